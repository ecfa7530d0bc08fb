import {
	catalogue as amplifyReach,
	kindOf as amplifyReachKind,
	type Kind as AmplifyReachKind,
} from '../../nodes/AmplifyReach/events';
import { amplifyReachSource } from '../../nodes/AmplifyReach/source';
import { catalogue as iadvize } from '../../nodes/Iadvize/events';
import { iadvizeSource } from '../../nodes/Iadvize/source';
import { catalogue as messangi } from '../../nodes/Messangi/events';
import { kindOf as messangiKind } from '../../nodes/Messangi/kinds';
import { messangiSource } from '../../nodes/Messangi/source';
import { catalogue as swiftsell } from '../../nodes/Swiftsell/events';
import { typeIn as swiftsellType } from '../../nodes/Swiftsell/payload';
import { swiftsellSource } from '../../nodes/Swiftsell/source';
import { catalogue as salesIq } from '../../nodes/ZohoSalesIq/events';
import { salesIqSource } from '../../nodes/ZohoSalesIq/source';
import type { CommonEvent } from '../../nodes/shared/conversation';
import { textOf } from '../../nodes/shared/fields';
import type { Payload, WebhookSource } from '../../nodes/shared/webhook/source';
import { bodiesOf, salesIqBodies } from './bodies';

/** What the page tells of a vendor: its catalogue, its examples, and how they are told. */
export interface DocumentedVendor {
	name: string;
	/** Its page in docs, without `.md`. */
	page: string;
	catalogue: Readonly<Record<string, { name: string; event: CommonEvent }>>;
	source: Pick<WebhookSource, 'read' | 'describe'>;
	bodies: readonly Buffer[];
	/** Key of the catalogue that a payload belongs to, or the vendor's name of what it lacks. */
	keyOf: (payload: Payload) => string | null;
	/** The vendor's own names of an event, where they are not its key. */
	ownNames?: (key: string) => readonly string[];
	/** What `deliveryId` rests on. */
	deliveryId: string;
	/** What neither catalogue nor examples tell. */
	note?: string;
}

export const vendors: readonly DocumentedVendor[] = [
	{
		name: 'iAdvize',
		page: 'iadvize',
		catalogue: iadvize,
		source: iadvizeSource,
		bodies: bodiesOf('iadvize'),
		keyOf: ({ eventType }) => textOf(eventType),
		deliveryId:
			"the event's own `eventId`; without one the header `x-iadvize-correlationid`, which attempts share; without both a hash of the body",
	},
	{
		name: 'Zoho SalesIQ',
		page: 'zoho-salesiq',
		catalogue: salesIq,
		source: salesIqSource,
		bodies: salesIqBodies(),
		keyOf: ({ event }) => textOf(event),
		deliveryId:
			'the IDs of webhook and subject, the event, `event_time`, the ID of the message, and whether it has a rating or feedback; without time and message a hash of the payload but for `attempt`',
	},
	{
		name: 'AmplifyReach',
		page: 'amplifyreach',
		catalogue: amplifyReach,
		source: amplifyReachSource,
		bodies: bodiesOf('amplifyreach'),
		keyOf: (payload) => amplifyReachKind(payload) ?? textOf(payload.type),
		ownNames: (key) => amplifyReach[key as AmplifyReachKind].types,
		deliveryId:
			'a hash of the body, as AmplifyReach sends neither ID nor time: two equal bodies have the same one. Of the Bot Trigger, a hash of method, query and body',
		note: 'The Bot Trigger tells every call as `other`, with `bot-studio-trigger` as `vendorEvent`.',
	},
	{
		name: 'Messangi',
		page: 'messangi',
		catalogue: messangi,
		source: messangiSource({ where: 'header', headerName: '' }),
		bodies: bodiesOf('messangi'),
		keyOf: (payload) => messangiKind(payload) ?? null,
		deliveryId:
			'of a chatbot, a hash of campaign, label, phone number, date and answer; of an incoming message its ID and date; of a delivery status its ID and status; where one of these is missing, and for any other body, a hash of the body',
	},
	{
		name: 'Swiftsell',
		page: 'swiftsell',
		catalogue: swiftsell,
		source: swiftsellSource({ where: 'anywhere', headerName: '' }),
		bodies: bodiesOf('swiftsell'),
		keyOf: swiftsellType,
		deliveryId: 'a hash of the event, whatever batch it comes in',
		note: 'Status Changed is told as `conversation.reopened` when it says `open`, `reopen` or `reopened`: Swiftsell does not document its word for that.',
	},
];
