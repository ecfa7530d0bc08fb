import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { credentialOf, DOUBTED_MS } from './keptCredential';
import { receive, type Receiver } from './receive';

/**
 * {@link receive} for a vendor whose calls are proved by what a credential holds. It may have changed
 * since it was read, so a call that it refuses is judged once more by what n8n has now: a new token
 * counts at once, and however many forged calls come, they cost one reading a second.
 *
 * @param receiverOf is given undefined for a credential that cannot be read: then nothing is proved
 */
export async function receiveByCredential<Secret, Filters>(
	context: IWebhookFunctions,
	type: string,
	receiverOf: (credential: object | undefined) => Receiver<Secret, Filters>,
): Promise<IWebhookResponseData> {
	const credential = await credentialOf(context, type);
	return await receive(context, {
		...receiverOf(credential),
		async newer() {
			const now = await credentialOf(context, type, DOUBTED_MS);
			return now === credential ? undefined : receiverOf(now);
		},
	});
}
