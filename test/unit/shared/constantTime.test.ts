import crypto from 'node:crypto';
import { hmacSha256Hex, sharedSecret } from '../../../nodes/shared/webhook/verify';

const compare = jest.spyOn(crypto, 'timingSafeEqual');

beforeEach(() => {
	compare.mockClear();
});

/** Lengths of what was compared; a comparison that stops early would not go this way. */
const compared = () =>
	compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength] as [number, number]);

test.each([
	['the right one', 'right-secret'],
	['one with another end', 'right-secreT'],
	['one with another start', 'Xight-secret'],
	['a short one', 'r'],
	['a long one', 'x'.repeat(1000)],
])('a secret is compared whole, as a digest of 32 bytes: %s', (_name, given) => {
	sharedSecret({ given, secrets: ['right-secret'] });
	expect(compared()).toEqual([[32, 32]]);
});

test.each(['0', '1', 'f'])('a signature of digits %s is compared whole, as 32 bytes', (digit) => {
	const signature = `sha256=${digit.repeat(64)}`;
	hmacSha256Hex({ body: Buffer.from('{}'), signature, prefix: 'sha256=', secrets: ['key'] });
	expect(compared()).toEqual([[32, 32]]);
});
