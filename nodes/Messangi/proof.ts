import { SECRET_PARAMETER } from '../shared/webhook/address';
import type { Delivery } from '../shared/webhook/source';
import { sharedSecret, type Verdict } from '../shared/webhook/verify';

/** Where the secret must be: Messangi documents headers for chatbots, and nothing for MO and MT. */
export interface ProofPlace {
	where: 'header' | 'query' | 'headerOrQuery';
	/** In lower case, as Node.js gives names. */
	headerName: string;
}

export const DEFAULT_HEADER = 'X-Messangi-Token';

/** Headers that say something else already. */
const RESERVED = ['content-type', 'host', 'content-length'];

/** Whether a header of this name can carry a secret. */
export const isUsableHeader = (name: string): boolean =>
	/^[a-z0-9][a-z0-9_-]*$/i.test(name) && !RESERVED.includes(name.toLowerCase());

/** Whether a call brings one of the secrets in a place that is allowed. */
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
