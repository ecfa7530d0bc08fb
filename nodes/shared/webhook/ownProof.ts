import { SECRET_PARAMETER } from './address';
import type { Delivery } from './source';
import { sharedSecret, type Verdict } from './verify';

/** Where the user's own secret must be: in a header, or in the address. */
export interface ProofPlace {
	where: 'header' | 'query' | 'headerOrQuery';
	/** In lower case, as in Node.js. */
	headerName: string;
}

/** Headers that say something else already. */
const RESERVED = ['content-type', 'host', 'content-length'];

/** The `headerName` of a credential as the user wrote it, or the one that is suggested. */
export function headerNameIn(credential: object | undefined, suggested: string): string {
	const { headerName } = (credential ?? {}) as Record<string, unknown>;
	const name = typeof headerName === 'string' ? headerName.trim() : '';
	return name === '' ? suggested : name;
}

/** Whether a header of this name can carry a secret. */
export const isUsableHeader = (name: string): boolean =>
	/^[a-z0-9][a-z0-9_-]*$/i.test(name) && !RESERVED.includes(name.toLowerCase());

/** Whether a call has one of the secrets in an allowed place. */
export function proofVerdict(
	{ where, headerName }: ProofPlace,
	{ headers, query }: Delivery,
	secrets: readonly string[],
): Verdict {
	const header = sharedSecret({ given: headers[headerName], secrets });
	if (where === 'header') return header;
	const given = query[SECRET_PARAMETER];
	const address = sharedSecret({ given, secrets });
	// Given twice it is refused, whatever the header says.
	const isGivenTwice = given !== undefined && typeof given !== 'string';
	if (where === 'query' || isGivenTwice || address.genuine) return address;
	return header;
}
