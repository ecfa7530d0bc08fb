import { growth, MAX_GROWTH } from '../support/growth';
import { longProofs, longTexts, manyParts } from '../support/longInputs';
import { loadPack, type Pack } from '../support/pack';
import { runWebhook, type Call } from '../support/run';
import { published, targets, type Target } from '../support/targets';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

jest.setTimeout(60_000);

/** More than any of the patterns and loops that were once out of proportion could hide in. */
const MAX_BYTES = 64 * 1024;
/** Of many parts: what is done with the whole body for each of them is seen in no smaller one. */
const MAX_BYTES_OF_MANY = 4 * MAX_BYTES;

type Inputs = readonly [string, (size: number) => Call][];

const proved = ({ proved }: Target, inputs: Inputs): Inputs =>
	inputs.map(([name, input]) => [name, (size) => proved(input(size))]);

async function outOfProportion(
	target: Target,
	inputs: Inputs,
	{ to = MAX_BYTES, status }: { to?: number; status: readonly number[] },
) {
	const found: string[] = [];
	for (const [name, input] of inputs) {
		const work = async (call: Call) => {
			const outcome = await runWebhook(published(pack, target), call);
			expect(status).toContain(outcome.status);
		};
		const grown = await growth({ input, work, from: MAX_BYTES / 16, to });
		if (grown > MAX_GROWTH) found.push(`${name}: ${grown.toFixed(1)} times the work`);
	}
	return found;
}

describe('four times as much costs less than six times the work', () => {
	test.each(targets)('$node, for a call without proof', async (target) => {
		const inputs = [...longTexts(target), ...manyParts(target), ...longProofs];
		expect(await outOfProportion(target, inputs, { status: [400, 401] })).toEqual([]);
	});

	test.each(targets)('$node, for a call that is proved', async (target) => {
		const inputs = proved(target, longTexts(target));
		expect(await outOfProportion(target, inputs, { status: [200, 400] })).toEqual([]);
	});

	test.each(targets)('$node, for many parts that are proved', async (target) => {
		const inputs = proved(target, manyParts(target));
		const limits = { to: MAX_BYTES_OF_MANY, status: [200, 400] };
		expect(await outOfProportion(target, inputs, limits)).toEqual([]);
	});
});
