import { isObject, textOf, wordOf } from '../shared/fields';
import type { CatalogueEntry } from '../shared/webhook/catalogue';
import type { Payload } from '../shared/webhook/source';

/** As named in the dashboard. */
interface AmplifyReachEntry extends CatalogueEntry {
	/** The vendor's words for it, in lower case: its page uses several for one moment. */
	types: readonly string[];
}

/** Every event that AmplifyReach documents (help.amplifyreach.com, setting up webhooks). */
export const catalogue = {
	transcript: {
		name: 'Chat Transcript',
		description: 'A chat is closed; the event has its transcript',
		event: 'conversation.closed',
		types: ['chat transcript', 'chat completed', 'chat closed', 'conversation completed'],
	},
	contact: {
		name: 'Contact Information',
		description: 'A chatbot has captured contact details',
		event: 'contact.captured',
		types: ['contact information', 'contact created'],
	},
} as const satisfies Readonly<Record<string, AmplifyReachEntry>>;

export type Kind = keyof typeof catalogue;

const kinds = Object.entries<AmplifyReachEntry>(catalogue) as [Kind, AmplifyReachEntry][];

/** The type as sent: the page promises `event_type`, its examples have `type`. */
export const typeIn = (payload: Payload): string | null =>
	textOf(payload.type) ?? textOf(payload.event_type);

/** Which event of the catalogue a payload is; undefined for unlisted types. */
export function kindOf(payload: Payload): Kind | undefined {
	const type = wordOf(typeIn(payload));
	if (type === null) return undefined;
	return kinds.find(([, { types }]) => types.includes(type))?.[0];
}

export const dataIn = ({ data }: Payload): Record<string, unknown> => (isObject(data) ? data : {});
