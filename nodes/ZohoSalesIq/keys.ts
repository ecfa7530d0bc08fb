import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { isObject, partOf, textOf } from '../shared/fields';

/** A public key of a webhook as SalesIQ lists it. */
export interface PublicKey {
	id: string;
	key: string;
}

const MAX_PREPARED = 64;

// Parsing a key takes longer than checking a signature with it. The same text always gives the same
// key, so what is remembered here can never be wrong.
const prepared = new Map<string, KeyObject | undefined>();

/**
 * A public RSA key, whichever way it is written, as SalesIQ does not document the format: PEM or
 * bare base64 or base64url, padded or not, of SPKI or PKCS#1, with real or written-out line feeds;
 * or JWK.
 *
 * @returns undefined for anything but an RSA key, such as the placeholders of the vendor's examples
 */
export function keyFrom(text: string): KeyObject | undefined {
	if (prepared.has(text)) return prepared.get(text);
	const key = parse(text);
	if (prepared.size >= MAX_PREPARED) prepared.clear();
	prepared.set(text, key);
	return key;
}

/** A key of 16,384 bits has 2.8 kB in base64; nobody uses a longer one. */
const MAX_CHARACTERS = 8192;
const ARMOUR = /^-+BEGIN (?:RSA )?PUBLIC KEY-+([\w+/=\s-]*?)-+END (?:RSA )?PUBLIC KEY-+$/;
const BASE64 = /^[\w+/=\s-]{128,}$/;

function parse(text: string): KeyObject | undefined {
	if (text.length > MAX_CHARACTERS) return undefined;
	const pem = text.replaceAll(/\\[rn]/g, '\n').trim();
	// Without its armor, as pasting may remove the line ends that PEM needs.
	const plain = ARMOUR.exec(pem)?.[1] ?? pem;
	const ways = pem.startsWith('{')
		? [() => createPublicKey({ key: JSON.parse(pem) as JsonWebKey, format: 'jwk' })]
		: BASE64.test(plain)
			? [() => fromBytes(plain, 'spki'), () => fromBytes(plain, 'pkcs1')]
			: [() => createPublicKey(pem)];
	for (const way of ways) {
		try {
			const key = way();
			if (key.asymmetricKeyType === 'rsa') return key;
		} catch {
			// Then it is written another way, or no key at all.
		}
	}
	return undefined;
}

/** Both alphabets of base64, with or without padding. */
const fromBytes = (base64: string, type: 'spki' | 'pkcs1') =>
	createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type });

/** The keys among some texts that can be used. */
export const keysFrom = (texts: readonly string[]): KeyObject[] =>
	texts.map(keyFrom).filter((key) => key !== undefined);

/** The usable keys of a webhook as the API gives it. */
export const publicKeysOf = (webhook: Record<string, unknown>): PublicKey[] =>
	entriesOf(webhook).filter(({ key }) => keyFrom(key) !== undefined);

/**
 * What SalesIQ returned as keys of a webhook, so that an unreadable format can be reported: how it
 * is written, its length and its first characters, and no more.
 */
export const formsOfKeys = (webhook: Record<string, unknown>): string[] =>
	entriesOf(webhook).map(({ key }) => formOf(key));

/** If it is not a key, no one knows what it is: a quarter of it gives nothing away. */
const SHOWN_CHARACTERS = 10;
const SHOWN_PART = 1 / 4;

function formOf(key: string): string {
	if (key === '') return 'empty';
	const written = key.includes('BEGIN') ? 'PEM' : key.startsWith('{') ? 'JWK' : 'text';
	const readable = keyFrom(key) === undefined ? 'not readable' : 'readable';
	const shown = Math.min(SHOWN_CHARACTERS, Math.floor(key.length * SHOWN_PART));
	const start = JSON.stringify(key.slice(0, shown));
	return `${readable}, ${written} of ${key.length} characters that begins with ${start}`;
}

function entriesOf(webhook: Record<string, unknown>): PublicKey[] {
	const list: unknown[] = Array.isArray(webhook.public_keys) ? webhook.public_keys : [];
	return list.map(partOf).map(({ id, key }) => ({
		id: textOf(id) ?? '',
		key: isObject(key) ? JSON.stringify(key) : (textOf(key) ?? ''),
	}));
}
