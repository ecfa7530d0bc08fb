import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { textOf } from '../../shared/fields';
import { CREDENTIAL } from '../api/token';
import { KINDS } from '../events';
import { defaultPortalOf } from '../whichPortal';
import { storedIn } from './stored';

type Context = IHookFunctions | IWebhookFunctions;

/** The portal of the node; empty where it takes that of its credential. */
export const chosenPortal = (context: Context): string =>
	(textOf(context.getNodeParameter('portal', '', { extractValue: true })) ?? '').trim();

/** The one that the webhooks were registered in: it counts until they are gone. */
export function rememberedPortal(context: Context): string | undefined {
	const { registrations = {} } = storedIn(context);
	return KINDS.map((kind) => registrations[kind]?.portal).find((portal) => portal !== undefined);
}

/** What to remember: the credential may have another default portal when the webhooks are removed. */
export async function portalToRemember(context: IHookFunctions): Promise<string | undefined> {
	if (chosenPortal(context) !== '') return undefined;
	return rememberedPortal(context) ?? defaultPortalOf(await context.getCredentials(CREDENTIAL));
}
