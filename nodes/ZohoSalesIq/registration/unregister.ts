import type { IHookFunctions } from 'n8n-workflow';
import { ownWebhooks, remove } from './atPortal';
import { storedIn } from './stored';
import type { Wanted } from './wanted';

/**
 * Removes whatever of a kind is ours, remembered or not. What SalesIQ refuses is logged for the user
 * to do by hand: after the end of a trial it refuses each of these calls.
 */
export async function unregister(context: IHookFunctions, type: Wanted['type']): Promise<void> {
	const ids = await ownIds(context, type);
	const removed = [];
	// One after the other, and each: SalesIQ limits how many calls may come at a time.
	for (const id of ids) removed.push(await remove(context, id));
	// What is left is remembered, so that the next publishing takes it up again.
	if (!removed.includes(false)) delete storedIn(context).registrations?.[type];
}

/** Where SalesIQ lists none, the one that n8n remembers is still tried. */
async function ownIds(context: IHookFunctions, type: Wanted['type']): Promise<string[]> {
	const remembered = storedIn(context).registrations?.[type]?.id;
	const url = context.getNodeWebhookUrl('default') ?? '';
	try {
		const own = await ownWebhooks(context, { type, url });
		return own.map(({ id }) => id);
	} catch (error) {
		context.logger.warn(
			`SalesIQ does not list its webhooks (${(error as Error).message}): check under Settings > Developers > Webhooks for one that still calls ${url}`,
		);
		return remembered === undefined ? [] : [remembered];
	}
}
