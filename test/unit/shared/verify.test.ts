import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmacSha256Hex, sharedSecret } from '../../../nodes/shared/webhook/verify';

const secret = 'a token with ünïcode';
const body = Buffer.from('{"text":"caf\u00e9"}');
const digest = (bytes: Buffer, key: string) =>
	createHmac('sha256', key).update(bytes).digest('hex');
const signature = `sha256=${digest(body, secret)}`;
const good = { body, signature, prefix: 'sha256=', secrets: [secret] };

const flip = (bytes: Buffer, at: number) => {
	const copy = Buffer.from(bytes);
	copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
	return copy;
};

describe('hmacSha256Hex', () => {
	test.each([
		['a genuine call', {}],
		['upper-case digits', { signature: `sha256=${digest(body, secret).toUpperCase()}` }],
		['the previous of two secrets', { secrets: ['new token', secret] }],
		[
			'a signed empty body',
			{ body: Buffer.alloc(0), signature: `sha256=${digest(Buffer.alloc(0), secret)}` },
		],
	])('accepts: %s', (_name, change) => {
		expect(hmacSha256Hex({ ...good, ...change })).toEqual({ genuine: true });
	});

	test.each([
		['no secret', { secrets: [] }, 'no-secret'],
		['only empty secrets', { secrets: ['', ''] }, 'no-secret'],
		[
			'a signature made with the empty secret',
			{ secrets: [''], signature: `sha256=${digest(body, '')}` },
			'no-secret',
		],
		['no body', { body: undefined }, 'no-body'],
		['no header', { signature: undefined }, 'no-signature'],
		['an empty header', { signature: '' }, 'no-signature'],
		['a header that is a list', { signature: [signature] }, 'no-signature'],
		['the header twice', { signature: `${signature}, ${signature}` }, 'malformed-signature'],
		['no prefix', { signature: digest(body, secret) }, 'malformed-signature'],
		['another algorithm', { signature: `sha1=${digest(body, secret)}` }, 'malformed-signature'],
		[
			'an upper-case prefix',
			{ signature: `SHA256=${digest(body, secret)}` },
			'malformed-signature',
		],
		['63 digits', { signature: signature.slice(0, -1) }, 'malformed-signature'],
		['65 digits', { signature: `${signature}0` }, 'malformed-signature'],
		['a digit that is none', { signature: `${signature.slice(0, -1)}g` }, 'malformed-signature'],
		['a trailing line feed', { signature: `${signature}\n` }, 'malformed-signature'],
		[
			'non-ASCII of the right length',
			{ signature: `sha256=${'\u00e9'.repeat(64)}` },
			'malformed-signature',
		],
		['another secret', { signature: `sha256=${digest(body, 'other')}` }, 'mismatch'],
		['JSON written anew', { body: Buffer.from('{ "text": "caf\u00e9" }') }, 'mismatch'],
		['one bit flipped', { body: flip(body, 3) }, 'mismatch'],
	])('refuses: %s', (_name, change, reason) => {
		expect(hmacSha256Hex({ ...good, ...change })).toEqual({ genuine: false, reason });
	});

	test('accepts what is signed and nothing else, whatever the bytes', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ minLength: 1 }),
				fc.string({ minLength: 1 }),
				fc.nat(),
				(bytes, key, at) => {
					const genuine = Buffer.from(bytes);
					const call = { ...good, secrets: [key], signature: `sha256=${digest(genuine, key)}` };
					expect(hmacSha256Hex({ ...call, body: genuine }).genuine).toBe(true);
					const forged = flip(genuine, at % genuine.length);
					expect(hmacSha256Hex({ ...call, body: forged }).genuine).toBe(false);
				},
			),
		);
	});

	test('never throws, whatever the header', () => {
		fc.assert(
			fc.property(fc.anything(), (header) => {
				expect(hmacSha256Hex({ ...good, signature: header }).genuine).toBe(false);
			}),
		);
	});
});

describe('sharedSecret', () => {
	test('accepts the secret, and the one before it', () => {
		expect(sharedSecret({ given: 'old', secrets: ['new', 'old'] })).toEqual({ genuine: true });
	});

	test.each([
		['no secret set', 'x', [], 'no-secret'],
		['an empty secret set and given', '', [''], 'no-secret'],
		['nothing given', undefined, ['key'], 'no-signature'],
		['an empty text given', '', ['key'], 'no-signature'],
		['the secret twice', 'key, key', ['key'], 'mismatch'],
		['a list', ['key'], ['key'], 'no-signature'],
		['another length', 'ke', ['key'], 'mismatch'],
		['other case', 'KEY', ['key'], 'mismatch'],
	])('refuses: %s', (_name, given, secrets, reason) => {
		expect(sharedSecret({ given, secrets })).toEqual({ genuine: false, reason });
	});
});
