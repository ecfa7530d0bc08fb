import { growth, MAX_GROWTH } from '../support/growth';
import { longProofs, longInputs } from '../support/longInputs';
import { loadPack, type Pack } from '../support/pack';
import { runWebhook, type Call } from '../support/run';
import { targets, type Target } from '../support/targets';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

jest.setTimeout(60_000);

/** More than any of the patterns and loops that were once out of proportion could hide in. */
const MAX_BYTES = 64 * 1024;

async function outOfProportion(
	{ node, parameters, credentials }: Target,
	inputs: readonly [string, (size: number) => Call][],
	status: readonly number[],
) {
	const found: string[] = [];
	for (const [name, input] of inputs) {
		const work = async (call: Call) => {
			const outcome = await runWebhook({ pack, node, parameters, credentials }, call);
			expect(status).toContain(outcome.status);
		};
		const grown = await growth({ input, work, from: MAX_BYTES / 16, to: MAX_BYTES });
		if (grown > MAX_GROWTH) found.push(`${name}: ${grown.toFixed(1)} times the work`);
	}
	return found;
}

describe('four times as much costs less than six times the work', () => {
	test.each(targets)('$node, for a call that proves nothing', async (target) => {
		const inputs = [...longInputs(target), ...longProofs];
		expect(await outOfProportion(target, inputs, [400, 401])).toEqual([]);
	});

	test.each(targets)('$node, for a call that is proved', async (target) => {
		const inputs = longInputs(target).map(([name, input]): [string, (size: number) => Call] => [
			name,
			(size) => target.proved(input(size)),
		]);
		expect(await outOfProportion(target, inputs, [200, 400])).toEqual([]);
	});
});
