import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { dashboardWebhook, requirePublicAddress } from '../shared/webhook/lifecycle';
import { requireSecret, testOwnSecret } from '../shared/webhook/ownSecret';
import type { Acceptance } from '../shared/webhook/receive';
import type { TokenPlace } from './token';

export const CREDENTIAL = 'swiftsellWebhookApi';

/**
 * Swiftsell's API for webhooks takes the account's only address and can neither read nor remove it,
 * so that is done by hand; activation checks that calls can arrive and be proved.
 */
export const swiftsellWebhook = dashboardWebhook(async (context) => {
	await requireSecret(context, CREDENTIAL, 'Swiftsell Webhook API');
	requirePublicAddress(context, 'Swiftsell');
});

export async function testWebhookCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
) {
	return await testOwnSecret(credential);
}

/** Where the token may be, as the user set it. */
export function tokenPlaceOf(context: IWebhookFunctions): TokenPlace {
	const where = context.getNodeParameter('tokenLocation') as TokenPlace['where'];
	const headerName = where === 'header' ? (context.getNodeParameter('headerName') as string) : '';
	return { where, headerName };
}

/**
 * The token back, which Swiftsell wants of its test call. Every call that was taken gets it: the test
 * call cannot be told apart with certainty, and who called has just shown that it knows the token.
 */
export function handshakeReply(form: 'text' | 'json', token: string): Acceptance {
	return form === 'json'
		? { body: { token } }
		: { body: token, contentType: 'text/plain; charset=utf-8' };
}
