import { isObject } from '../shared/fields';
import { NestsTooDeeply, readJson } from '../shared/json';
import type { Delivery, Payload, Reading, WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';
import { passes, type Filters } from './filters';
import { namesBrought } from './namesBrought';
import { typeIn } from './payload';
import { tokenVerdict, type TokenPlace } from './token';

/** How a Swiftsell delivery is proved genuine, read and output (docs.swiftsell.biz, events). */
export const swiftsellSource = (place: TokenPlace): WebhookSource<string, Filters> => ({
	// A batch of thousands of events; n8n accepts no more than this from any call.
	maxBodyBytes: 16 * 1024 * 1024,

	// Which header carries the token is not documented, so only these certainly do not.
	shownHeaders: ['content-type', 'user-agent'],

	// Swiftsell names no delivery.
	deliveryName: () => undefined,

	broughtBy: namesBrought,

	authenticate: (delivery, secrets) => tokenVerdict(place, delivery, secrets),

	read,

	namesOf: (payload) => [typeIn(payload) ?? []].flat(),

	passes,

	describe: (payload) => describe(payload),
});

/**
 * The elements of `events`. Whatever has none is the test call that Swiftsell sends on saving: its
 * body is not documented, so it may be empty or not JSON at all.
 */
function read({ body }: Delivery): Reading {
	const events = eventsIn(body);
	if (events instanceof NestsTooDeeply) return { unreadable: events.message };
	if (events === undefined || events === null) return { payloads: [] };
	if (typeof events !== 'object') return { unreadable: '"events" must be a list of events' };
	// A single event without its list is one element.
	const elements: unknown[] = Array.isArray(events) ? events : [events];
	const payloads = elements.map(payloadOf);
	const count = payloads.filter((payload) => typeIn(payload) === null).length;
	if (count === 0) return { payloads };
	const odd = `${count} of ${elements.length} elements have no event.type; All Events passes them`;
	return { payloads, odd };
}

function eventsIn(body: Buffer): unknown {
	try {
		const value = readJson(body);
		return isObject(value) ? value.events : undefined;
	} catch (error) {
		return error instanceof NestsTooDeeply ? error : undefined;
	}
}

/** An element that is not an object is output anyway, as what it is. */
const payloadOf = (element: unknown): Payload => (isObject(element) ? element : { element });
