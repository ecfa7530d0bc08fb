import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { ownToken } from '../shared/webhook/ownToken';
import { replyIn } from './botReply';
import { vendor } from './vendor';

const { lifecycle, requireHeader, ...token } = ownToken({ vendor, header: 'X-AmplifyReach-Token' });

export const { credentialType, headerIn, testWebhookCredential } = token;

/** AmplifyReach has no API at all, so activation checks that its calls can arrive and be proved. */
export const amplifyReachWebhook = lifecycle();

/** The same for the bot, whose header and reply must also be usable. */
export const botWebhook = lifecycle(requireHeader, requireReply);

function requireReply(context: IHookFunctions): void {
	const isFixed = context.getNodeParameter('reply') === 'immediately';
	if (!isFixed || replyIn(context.getNodeParameter('replyBody')) !== undefined) return;
	throw new NodeOperationError(context.getNode(), 'The reply to the bot is not a JSON object', {
		description: 'Write it as {"status": "success"}; the bot maps its fields to chat variables',
	});
}
