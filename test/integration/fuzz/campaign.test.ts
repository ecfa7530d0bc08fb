import fc from 'fast-check';
import { hostileCalls, type HostileCall } from '../../fuzz/calls';
import { campaign } from '../../fuzz/campaign';
import { loadPack } from '../../support/pack';
import { targets } from '../../support/targets';

// A part of what `npm run fuzz` does, always the same one.
const CALLS = 20_000;

jest.setTimeout(240_000);

test('none of 20,000 hostile calls is accepted, slow or an exception, and none brings a secret out', async () => {
	const found = await campaign(await loadPack(), { calls: CALLS, seed: 1 });
	expect(found.faults).toEqual([]);
	expect(found.calls).toBe(CALLS);
	// Those that are proved get in, or nothing would have been tried.
	expect(found.accepted).toBeGreaterThan(CALLS / 12);
});

test('they go to every trigger, with every secret where it does not belong', () => {
	const calls = fc.sample(hostileCalls, { seed: 1, numRuns: 400 * targets.length });
	for (const target of targets) {
		const forged = calls.filter((one) => one.target === target && !one.isProved);
		for (const secret of target.secrets) {
			const has = (isThere: (call: HostileCall['call']) => boolean) =>
				forged.some(({ call }) => isThere(call));
			const isValueIn = (record = {}) => Object.values(record).includes(secret);
			expect(has(({ headers = {} }) => secret.toLowerCase() in headers)).toBe(true);
			expect(has(({ headers }) => isValueIn(headers))).toBe(true);
			expect(has(({ query = {} }) => secret in query)).toBe(true);
			expect(has(({ query }) => isValueIn(query))).toBe(true);
			expect(has(({ rawBody }) => rawBody?.includes(secret) === true)).toBe(true);
		}
	}
});
