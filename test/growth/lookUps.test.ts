import type { IExecuteFunctions } from 'n8n-workflow';
import { refusal } from '../../nodes/shared/operations/errors';
import { LookUps } from '../../nodes/shared/operations/lookUps';
import { growth, MAX_GROWTH } from '../support/growth';

const context = {
	getNode: () => ({ id: '1', name: 'Node', type: 'node' }),
} as unknown as IExecuteFunctions;

/** What is told of a look-up that failed with these words. */
async function reasonOf(message: string) {
	const lookUps = new LookUps(context);
	await lookUps.look({
		what: 'a',
		ifNone: 'None is known',
		isEssential: true,
		credential: 'a',
		ask: () => Promise.reject(refusal(context, { message, description: `About ${message}` })),
	});
	return lookUps.told;
}

test.each(['a', '"a', 'a@'])('a reason of a megabyte of %s costs next to nothing', async (word) => {
	const input = (size: number) => word.repeat(size / word.length);
	expect(await growth({ input, work: reasonOf, from: 4096, to: 1_048_576 })).toBeLessThan(
		MAX_GROWTH,
	);
});

test('the words reach the reason', async () => {
	expect(await reasonOf('no such field')).toMatchObject([{ reason: 'no such field' }]);
});
