import { textOf } from '../../../nodes/shared/fields';
import { catalogue } from '../../../nodes/ZohoSalesIq/events';
import { salesIqSource } from '../../../nodes/ZohoSalesIq/source';
import { salesIqBodies } from '../bodies';
import type { Documented } from '../vendors';

export const documented: Documented = {
	catalogue,
	source: salesIqSource,
	bodies: salesIqBodies(),
	keyOf: ({ event }) => textOf(event),
	deliveryId:
		'the IDs of webhook and subject, the event, `event_time`, the ID of the message, and whether it has a rating or feedback; without time and message, a hash of the payload except `attempt`',
};
