import { constants, generateKeyPairSync, privateEncrypt, sign, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { rsaSha256 } from '../../../nodes/shared/webhook/verify';

const body = Buffer.from('{"text":"caf\u00e9"}');
const pair = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength });
const own = pair();
const other = pair();
const signed = (bytes: Buffer, key: KeyObject, algorithm = 'sha256') =>
	sign(algorithm, bytes, key).toString('base64');
const signature = signed(body, own.privateKey);
const good = { body, signature, keys: [own.publicKey] };
const stranger = signed(body, other.privateKey);

/** Signs with the key but marks no algorithm, as a careless library does. */
const bare = privateEncrypt(own.privateKey, body).toString('base64');
const pss = sign('sha256', body, {
	key: own.privateKey,
	padding: constants.RSA_PKCS1_PSS_PADDING,
}).toString('base64');

describe('rsaSha256', () => {
	test.each([
		['a genuine call', {}],
		['the second of two keys', { keys: [other.publicKey, own.publicKey] }],
		['the first of two keys', { keys: [own.publicKey, other.publicKey] }],
		[
			'a signed empty body',
			{ body: Buffer.alloc(0), signature: signed(Buffer.alloc(0), own.privateKey) },
		],
	])('accepts: %s', (_name, change) => {
		expect(rsaSha256({ ...good, ...change })).toEqual({ genuine: true });
	});

	test.each([
		['no key', { keys: [] }, 'no-secret'],
		['no body', { body: undefined }, 'no-body'],
		['no header', { signature: undefined }, 'no-signature'],
		['an empty header', { signature: '' }, 'no-signature'],
		['a header that is a list', { signature: [signature] }, 'no-signature'],
		['the header twice', { signature: `${signature}, ${signature}` }, 'malformed-signature'],
		['no base64', { signature: '§§§§' }, 'malformed-signature'],
		['blanks only', { signature: '    ' }, 'malformed-signature'],
		['a blank before it', { signature: ` ${signature}` }, 'malformed-signature'],
		['a trailing line feed', { signature: `${signature}\n` }, 'malformed-signature'],
		['hexadecimal digits', { signature: `sha256=${'0'.repeat(64)}` }, 'malformed-signature'],
		['url-safe base64', { signature: `${signature.slice(0, 4)}-_A=` }, 'malformed-signature'],
		['base64 without padding', { signature: signature.replace(/=+$/, '') }, 'malformed-signature'],
		['too much padding', { signature: `${signature}=` }, 'malformed-signature'],
		['padding alone', { signature: '====' }, 'malformed-signature'],
		['longer than any key signs', { signature: 'A'.repeat(2736) }, 'malformed-signature'],
		['a signature cut short', { signature: signature.slice(0, 4) }, 'mismatch'],
		['as long as a key might sign', { signature: 'A'.repeat(2732) }, 'mismatch'],
		['zeros only', { signature: Buffer.alloc(256).toString('base64') }, 'mismatch'],
		['another key', { signature: stranger }, 'mismatch'],
		['SHA-1', { signature: signed(body, own.privateKey, 'sha1') }, 'mismatch'],
		['SHA-512', { signature: signed(body, own.privateKey, 'sha512') }, 'mismatch'],
		['PSS padding', { signature: pss }, 'mismatch'],
		['the bare text under the key', { signature: bare }, 'mismatch'],
		['JSON written anew', { body: Buffer.from('{ "text": "caf\u00e9" }') }, 'mismatch'],
		['an empty body', { body: Buffer.alloc(0) }, 'mismatch'],
	])('refuses: %s', (_name, change, reason) => {
		expect(rsaSha256({ ...good, ...change })).toEqual({ genuine: false, reason });
	});

	test('a signature of another length than the key is refused, not thrown', () => {
		const long = pair(4096);
		expect(rsaSha256({ ...good, signature: signed(body, long.privateKey) }).genuine).toBe(false);
		expect(rsaSha256({ ...good, keys: [long.publicKey] }).genuine).toBe(false);
		expect(rsaSha256({ ...good, keys: [long.publicKey, own.publicKey] }).genuine).toBe(true);
	});

	test('a key that signs otherwise is refused, not thrown', () => {
		const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
		const pssOnly = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
		const edwards = generateKeyPairSync('ed25519');
		for (const { publicKey } of [ec, pssOnly, edwards]) {
			expect(rsaSha256({ ...good, keys: [publicKey] }).genuine).toBe(false);
			expect(rsaSha256({ ...good, keys: [publicKey, own.publicKey] }).genuine).toBe(true);
		}
	});

	test('accepts what is signed and nothing else, whatever the bytes', () => {
		const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
		fc.assert(
			fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (array, at, bits) => {
				const genuine = Buffer.from(array);
				const call = { ...good, signature: signed(genuine, own.privateKey) };
				expect(rsaSha256({ ...call, body: genuine }).genuine).toBe(true);
				const forged = Buffer.from(genuine);
				forged.writeUInt8(forged.readUInt8(at % forged.length) ^ bits, at % forged.length);
				expect(rsaSha256({ ...call, body: forged }).genuine).toBe(false);
			}),
			{ numRuns: 50 },
		);
	});

	test('never throws, whatever the header', () => {
		const header = fc.oneof(
			fc.anything(),
			fc.string(),
			fc.base64String({ maxLength: 3000 }),
			fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array).toString('base64')),
		);
		fc.assert(
			fc.property(header, (given) => {
				expect(rsaSha256({ ...good, signature: given }).genuine).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});
});
