import { createPublicKey, type KeyObject } from 'node:crypto';
import { textOf } from '../shared/fields';

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
 * A public key from PEM, PEM with written-out line feeds, or bare base64 of its SPKI form; the
 * format is not documented.
 *
 * @returns undefined for what is no RSA key, such as the placeholders of the vendor's examples
 */
export function keyFrom(text: string): KeyObject | undefined {
	if (prepared.has(text)) return prepared.get(text);
	const key = parse(text);
	if (prepared.size >= MAX_PREPARED) prepared.clear();
	prepared.set(text, key);
	return key;
}

const ARMOUR = /^-+BEGIN PUBLIC KEY-+([^-]*)-+END PUBLIC KEY-+$/;

function parse(text: string): KeyObject | undefined {
	const pem = text.replaceAll(/\\[rn]/g, '\n').trim();
	// Without its armour, as pasting may take the line ends away that PEM needs.
	const plain = ARMOUR.exec(pem)?.[1] ?? pem;
	const isBare = /^[A-Za-z0-9+/=\s]{128,}$/.test(plain);
	try {
		const key = isBare
			? createPublicKey({ key: Buffer.from(plain, 'base64'), format: 'der', type: 'spki' })
			: createPublicKey(pem);
		return key.asymmetricKeyType === 'rsa' ? key : undefined;
	} catch {
		return undefined;
	}
}

/** The keys among some texts that can be used. */
export const keysFrom = (texts: readonly string[]): KeyObject[] =>
	texts.map(keyFrom).filter((key) => key !== undefined);

/** The usable keys of a webhook as the API gives it. */
export function publicKeysOf(webhook: Record<string, unknown>): PublicKey[] {
	const list: unknown[] = Array.isArray(webhook.public_keys) ? webhook.public_keys : [];
	return list
		.map((entry) => (entry ?? {}) as Record<string, unknown>)
		.map(({ id, key }) => ({ id: textOf(id) ?? '', key: textOf(key) ?? '' }))
		.filter(({ key }) => keyFrom(key) !== undefined);
}
