import {
	isUsableHeader,
	proofVerdict,
	type ProofPlace,
} from '../../../nodes/shared/webhook/ownProof';

const secret = 'a'.repeat(32);
const previous = 'b'.repeat(32);

const verdict = (where: ProofPlace['where'], header?: string, token?: unknown) =>
	proofVerdict(
		{ where, headerName: 'x-own-token' },
		{ body: Buffer.alloc(0), headers: { 'x-own-token': header }, query: { token } },
		[secret, previous],
	);

describe('the proof of a call', () => {
	test.each<[ProofPlace['where'], string | undefined, unknown]>([
		['header', secret, undefined],
		['header', previous, undefined],
		['query', undefined, secret],
		['headerOrQuery', secret, undefined],
		['headerOrQuery', undefined, secret],
		['headerOrQuery', 'x', secret],
	])('%s: header %s, query %s is genuine', (where, header, token) => {
		expect(verdict(where, header, token)).toEqual({ genuine: true });
	});

	test.each<[ProofPlace['where'], string | undefined, unknown, string]>([
		['header', undefined, undefined, 'no-signature'],
		['header', 'x', undefined, 'mismatch'],
		['header', undefined, secret, 'no-signature'],
		['header', `${secret}, ${secret}`, undefined, 'mismatch'],
		['query', secret, undefined, 'no-signature'],
		['query', undefined, [secret, secret], 'no-signature'],
		['query', undefined, { 0: secret }, 'no-signature'],
		['headerOrQuery', secret, [secret, secret], 'no-signature'],
		['headerOrQuery', undefined, undefined, 'no-signature'],
		['headerOrQuery', 'x', 'x', 'mismatch'],
	])('%s: header %s, query %s is refused', (where, header, token, reason) => {
		expect(verdict(where, header, token)).toEqual({ genuine: false, reason });
	});
});

test.each([
	['X-Own-Token', true],
	['authorization', true],
	['Content-Type', false],
	['HOST', false],
	['Content-Length', false],
	['two words', false],
	['', false],
	['a:b', false],
])('the header "%s" can carry a secret: %s', (name, usable) => {
	expect(isUsableHeader(name)).toBe(usable);
});
