import { NodeOperationError, type ICredentialsDecrypted } from 'n8n-workflow';
import { testOf } from '../shared/credentialTest';
import { trimmed } from '../shared/fields';
import { requirePublicAddress } from '../shared/webhook/address';
import { dashboardWebhook } from '../shared/webhook/lifecycle';
import { vendor } from './vendor';

export const credentialType = 'iadvizeWebhookApi';

/**
 * The tokens that iAdvize may sign with, the current one and the one before it, without the spaces of
 * a careless paste; neither is empty.
 */
export function tokensIn(credential: object | undefined): string[] {
	const { secretToken, previousSecretToken } = (credential ?? {}) as Record<string, unknown>;
	return [trimmed(secretToken), trimmed(previousSecretToken)].filter((token) => token !== '');
}

/** iAdvize has no API for webhooks, so activation checks that its calls can arrive and be proved. */
export const iadvizeWebhook = dashboardWebhook(async (context) => {
	if (tokensIn(await context.getCredentials(credentialType)).length === 0) {
		throw new NodeOperationError(context.getNode(), 'The iAdvize secret token is missing', {
			description:
				'Open the credential "iAdvize Webhook API" and paste the secret token from App Information of your app at developers.iadvize.com. Without it no call can be proved genuine.',
		});
	}
	requirePublicAddress(context, { vendor: vendor.shortName });
});

/**
 * There is nothing at iAdvize to ask about a secret token, so the test reports what can be seen
 * here.
 */
export const testWebhookCredential = async ({ data }: ICredentialsDecrypted) =>
	await testOf(faultOf(tokensIn(data)), 'The token is set. The first signed call will prove it.');

function faultOf(tokens: readonly string[]): string | undefined {
	if (tokens.length === 0) {
		return 'The secret token is empty: copy it from App Information of your app';
	}
	return tokens.some((token) => /\s/.test(token))
		? 'A secret token contains a space: copy it again from App Information of your app'
		: undefined;
}
