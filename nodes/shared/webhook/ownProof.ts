import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { SECRET_PARAMETER } from './address';
import { testOwnSecret } from './ownSecret';
import type { Delivery } from './source';
import { sharedSecret, type Verdict } from './verify';

/** Where a secret of the user's own must be: in a header, or in the address. */
export interface ProofPlace {
	where: 'header' | 'query' | 'headerOrQuery';
	/** In lower case, as Node.js gives names. */
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

/** What to do about a header that cannot. */
const whichHeader = (suggested: string) =>
	`Choose a name of letters, digits and hyphens that is in no other use, such as ${suggested}, in the credential and at the vendor`;

/** Header that a call brings the secret in, in lower case. */
export async function proofHeaderOf(
	context: IWebhookFunctions,
	credentialType: string,
	suggested: string,
): Promise<string> {
	const credential = await context.getCredentials(credentialType).catch(() => undefined);
	return headerNameIn(credential, suggested).toLowerCase();
}

/** @throws NodeOperationError when the header that the credential names cannot carry a secret */
export async function requireUsableHeader(
	context: IHookFunctions,
	credentialType: string,
	suggested: string,
): Promise<void> {
	const name = headerNameIn(await context.getCredentials(credentialType), suggested);
	if (isUsableHeader(name)) return;
	throw new NodeOperationError(context.getNode(), `"${name}" can't be the name of the header`, {
		description: whichHeader(suggested),
	});
}

/** There is no one to ask, so the test of a credential with a header tells what can be seen here. */
export async function testOwnProof(
	credential: ICredentialsDecrypted,
	suggested: string,
): Promise<INodeCredentialTestResult> {
	return isUsableHeader(headerNameIn(credential.data, suggested))
		? await testOwnSecret(credential)
		: { status: 'Error', message: whichHeader(suggested) };
}

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
