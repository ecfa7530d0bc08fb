import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { dashboardWebhook, requirePublicAddress } from '../shared/webhook/lifecycle';
import { proofHeaderOf, requireUsableHeader, testOwnProof } from '../shared/webhook/ownProof';
import { requireSecret } from '../shared/webhook/ownSecret';
import { replyIn } from './botReply';

export const CREDENTIAL = 'amplifyReachWebhookApi';

const DEFAULT_HEADER = 'X-AmplifyReach-Token';

/** Header that the bot brings the secret in, in lower case. */
export async function botHeaderOf(context: IWebhookFunctions): Promise<string> {
	return await proofHeaderOf(context, CREDENTIAL, DEFAULT_HEADER);
}

async function requireProof(context: IHookFunctions): Promise<void> {
	await requireSecret(context, CREDENTIAL, 'AmplifyReach Webhook API');
	requirePublicAddress(context, 'AmplifyReach');
}

/** AmplifyReach has no API at all, so activation checks that its calls can arrive and be proved. */
export const amplifyReachWebhook = dashboardWebhook(requireProof);

/** The same for the bot, whose reply and header must be usable, too. */
export const botWebhook = dashboardWebhook(async (context) => {
	await requireProof(context);
	await requireUsableHeader(context, CREDENTIAL, DEFAULT_HEADER);
	const isFixed = context.getNodeParameter('reply') === 'immediately';
	if (isFixed && replyIn(context.getNodeParameter('replyBody')) === undefined) {
		throw new NodeOperationError(context.getNode(), 'The reply to the bot is no JSON object', {
			description: 'Write it as {"status": "success"}; the bot maps its fields to chat variables',
		});
	}
});

/** There is nothing at AmplifyReach to ask, so the test tells what can be seen here. */
export async function testWebhookCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testOwnProof(credential, DEFAULT_HEADER);
}
