import type { IExecuteFunctions } from 'n8n-workflow';
import { partOf, textOf } from '../fields';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Per node. A stranger may use any number of addresses, so the oldest make room. */
const MAX_ADDRESSES = 10_000;
const MAX_EVENTS = 100;

/** Per mailbox, when each event of the last day came, in ms since 1970. */
type Addresses = Map<string, Map<string, number>>;

// Per process. Not in n8n's static data: an action would write it at the end of its execution, over
// what the trigger has stored since its beginning.
const nodes = new Map<string, Addresses>();

/**
 * How many events of the contact's email address a node has completed within 24 hours, this one
 * included, so that a workflow can stop writing to one person: otherwise anyone could flood
 * another's address by giving it in a chat. The same event again counts once. Counting ends at 100
 * per address.
 *
 * @returns null if the event has no address
 */
export function recentEvents(
	context: IExecuteFunctions,
	event: Record<string, unknown>,
	nowMs = Date.now(),
): number | null {
	const email = textOf(partOf(event.contact).email);
	if (email === null) return null;
	const address = mailboxOf(email);
	const addresses = addressesOf(context);
	const recent = [...(addresses.get(address) ?? [])].filter(([, ms]) => nowMs - ms < DAY_MS);
	const events = new Map(recent);
	if (events.size < MAX_EVENTS) events.set(idOf(event), nowMs);
	// Last in order is last to make room.
	addresses.delete(address);
	addresses.set(address, events);
	const [oldest] = addresses.keys();
	if (addresses.size > MAX_ADDRESSES && oldest !== undefined) addresses.delete(oldest);
	return events.size;
}

function addressesOf(context: IExecuteFunctions): Addresses {
	const node = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const known = nodes.get(node) ?? (new Map() as Addresses);
	nodes.set(node, known);
	return known;
}

/** Anything after a plus sign is up to the owner of a mailbox: it is still the same one. */
const mailboxOf = (email: string) => email.toLowerCase().replace(/\+[^@]*/, '');

const idOf = ({ deliveryId, event, conversation }: Record<string, unknown>) =>
	textOf(deliveryId) ?? `${textOf(event) ?? ''} ${textOf(partOf(conversation).id) ?? ''}`;
