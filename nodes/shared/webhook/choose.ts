import type { IWebhookFunctions } from 'n8n-workflow';
import type { Payload, WebhookSource } from './source';

/** Selected for whatever comes, including what no catalogue has yet: vendors add events. */
export const ALL_EVENTS = '*';

/** What the user wants from what a vendor sends. */
export interface Choice<Filters = object> {
	/** Names of the vendor's catalogue, or {@link ALL_EVENTS}. */
	events: readonly string[];
	/** As the user set them; an absent or empty one lets everything through. */
	filters: Filters;
}

/** What the user chose in the fields that every trigger of events has. */
export const choiceOf = <Filters>(context: IWebhookFunctions): Choice<Filters> => ({
	events: context.getNodeParameter('events') as string[],
	filters: context.getNodeParameter('filters') as Filters,
});

/** Whether the user wants an event: selected, and let through by every filter on it. */
export function isChosen<Filters>(
	source: Pick<WebhookSource<never, Filters>, 'namesOf' | 'passes'>,
	payload: Payload,
	{ events, filters }: Choice<Filters>,
): boolean {
	return isTicked(source.namesOf(payload), events) && source.passes(payload, filters);
}

const isTicked = (names: readonly string[] | 'any', events: readonly string[]) =>
	names === 'any' || events.includes(ALL_EVENTS) || names.some((name) => events.includes(name));
