import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { formsOfKeys, keyFrom, keysFrom, publicKeysOf } from '../../../nodes/ZohoSalesIq/keys';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const bare = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const wrapped = (bare.match(/.{1,64}/g) ?? []).join('\n');
const pkcs1 = publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const barePkcs1 = publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64');
const unpadded = (base64: string) => base64.replace(/=+$/, '');
const urlSafe = (base64: string) => unpadded(base64).replaceAll('+', '-').replaceAll('/', '_');
const jwk = publicKey.export({ format: 'jwk' });
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey;
const ecPem = ec.export({ type: 'spki', format: 'pem' }).toString();
const pssPem = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
	.publicKey.export({ type: 'spki', format: 'pem' })
	.toString();

describe('a public key is taken', () => {
	test.each([
		['PEM', pem],
		['PEM without the last line feed', pem.trim()],
		['PEM with blanks around it', `\n  ${pem}\n `],
		['PEM with Windows line ends', pem.replaceAll('\n', '\r\n')],
		['PEM with written-out line feeds', pem.replaceAll('\n', '\\n')],
		['PEM with written-out Windows line ends', pem.replaceAll('\n', '\\r\\n')],
		['PEM pasted into one line', pem.replaceAll('\n', ' ')],
		['PEM whose line feeds are gone', pem.replaceAll('\n', '')],
		['the older PEM of RSA', pkcs1],
		['the older PEM of RSA with written-out line feeds', pkcs1.replaceAll('\n', '\\n')],
		['the older PEM of RSA in one line', pkcs1.replaceAll('\n', '')],
		['bare base64', bare],
		['bare base64 without padding', unpadded(bare)],
		['base64url', urlSafe(bare)],
		['base64url with padding', urlSafe(bare) + '='.repeat((4 - (urlSafe(bare).length % 4)) % 4)],
		['bare base64 of PKCS#1', barePkcs1],
		['bare base64 of PKCS#1 without padding', unpadded(barePkcs1)],
		['base64url of PKCS#1', urlSafe(barePkcs1)],
		['JWK', JSON.stringify(jwk)],
		[
			'JWK with more in it',
			JSON.stringify({ ...jwk, kid: '1', use: 'sig', alg: 'RS256' }, null, 2),
		],
		['bare base64 with line breaks', wrapped],
		['bare base64 with written-out line feeds', wrapped.replaceAll('\n', '\\n')],
		['bare base64 with Windows line ends', wrapped.replaceAll('\n', '\r\n')],
	])('as %s', (_name, text) => {
		expect(keyFrom(text)?.equals(publicKey)).toBe(true);
		// A second time from memory.
		expect(keyFrom(text)?.equals(publicKey)).toBe(true);
	});
});

/** A certificate that a test signed for itself; its key is of elliptic curves, and nowhere. */
const ecCertificate = `-----BEGIN CERTIFICATE-----
MIIBezCCASGgAwIBAgIUQj+vZ/RPGqxuRoVVwLE2TZ77Cd0wCgYIKoZIzj0EAwIw
EjEQMA4GA1UEAwwHZXhhbXBsZTAgFw0yNjExMjAxMDExMzVaGA8yMTI2MTAyNzEw
MTEzNVowEjEQMA4GA1UEAwwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABEHTPahkJIPXad+gBObQ8EYzZOPNI0XL9W2Jmqvhi6Mrx9LUA8sYd9/jm4ZL
Cy70J4ZWiB39Is3dXaITD60n0DOjUzBRMB0GA1UdDgQWBBTMBx8QQbdM3jSlYwif
C37zbpZG3DAfBgNVHSMEGDAWgBTMBx8QQbdM3jSlYwifC37zbpZG3DAPBgNVHRMB
Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQC+W500TY/S48IiHWSiGl1RClrF
WV9GwVsVvW+8xX0vvgIgVgQVORNNCDcA5Aaulhb0wEp9jSqj/t3rBQlDbuNzsaY=
-----END CERTIFICATE-----`;

describe('anything but an RSA key is left out', () => {
	test.each([
		['a number of the vendor’s sample', '45678998765'],
		['nothing', ''],
		['blanks', '   '],
		['garbage', 'not a key'],
		['PEM around garbage', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
		['PEM cut short', pem.slice(0, 200)],
		['bare base64 cut short', bare.slice(0, 200)],
		['base64 of something else', Buffer.alloc(300, 7).toString('base64')],
		['a key of elliptic curves', ecPem],
		['a key that signs with PSS only', pssPem],
		['JWK cut short', JSON.stringify(jwk).slice(0, 100)],
		['JWK of elliptic curves', JSON.stringify(ec.export({ format: 'jwk' }))],
		['JWK without numbers', '{"kty":"RSA"}'],
		['a megabyte', 'A'.repeat(1024 * 1024)],
		['a certificate of another kind of key', ecCertificate],
		['a certificate cut short', ecCertificate.slice(0, 300)],
	])('%s', (_name, text) => {
		expect(keyFrom(text)).toBeUndefined();
		expect(keysFrom([text, pem])).toHaveLength(1);
	});

	test('whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 400 }), (text) => {
				expect(keyFrom(text)).toBeUndefined();
			}),
		);
	});
});

describe('the keys of a webhook', () => {
	test('that can be used, with their IDs', () => {
		const webhook = {
			public_keys: [
				{ id: '1', key: pem },
				{ id: 2, key: bare },
				{ id: '3', key: '45678998765' },
				{ id: '4', key: 45678998765 },
				{ id: '5', key: '' },
				{ id: '6' },
				{ id: '7', key: jwk },
				null,
				'text',
			],
		};
		expect(publicKeysOf(webhook)).toEqual([
			{ id: '1', key: pem },
			{ id: '2', key: bare },
			{ id: '7', key: JSON.stringify(jwk) },
		]);
	});

	test('are told by form, length and first characters, never whole', () => {
		const keys = [pem, bare, jwk, '45678998765', 45678998765, '', undefined];
		const forms = formsOfKeys({ public_keys: keys.map((key, id) => ({ id, key })) });
		expect(forms).toEqual([
			`readable, PEM of ${pem.length} characters that begins with "-----BEGIN"`,
			`readable, text of ${bare.length} characters that begins with "${bare.slice(0, 10)}"`,
			`readable, JWK of ${JSON.stringify(jwk).length} characters that begins with "{\\"kty\\":\\"RS"`,
			'not readable, text of 11 characters that begins with "45"',
			'not readable, text of 11 characters that begins with "45"',
			'empty',
			'empty',
		]);
	});

	test.each([[undefined], [null], [{}], ['text'], [[]]])('are none in %j', (list) => {
		expect(publicKeysOf({ public_keys: list })).toEqual([]);
	});
});
