import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { CompletedEvent } from '../completedEvent';
import { nothingSaid } from '../describing';
import { isObject, partOf, textOf } from '../fields';
import { readJson } from '../json';
import { plainEvent } from '../plain';
import type { Vendor } from '../vendor';
import type { Call } from './call';
import { LookUps } from './lookUps';
import type { Operation } from './operation';
import { recentEvents } from './recentEvents';

/** The groups of an event that a vendor may be asked for. */
type Group = 'inbox' | 'conversation' | 'contact' | 'agent';

/** Facts of one group of an event by name; null if no one says one. */
export type Facts<Name extends Group> = Record<keyof (typeof nothingSaid)[Name], string | null>;

/** What an event says, for the vendor to look up the rest. */
export interface Told {
	/** ID of the conversation; null for an event about none. */
	id: string | null;
	inbox: Facts<'inbox'>;
	conversation: Facts<'conversation'>;
	contact: Facts<'contact'>;
	agent: Facts<'agent'>;
	/** The vendor's own event. */
	payload: Record<string, unknown>;
	wantsTranscript: boolean;
}

export interface Found {
	inbox?: Partial<Facts<'inbox'>>;
	conversation?: Partial<Facts<'conversation'>>;
	/** Its email is null where the vendor says that there is none, and absent if no one said. */
	contact?: Partial<Facts<'contact'>>;
	agent?: Partial<Facts<'agent'>>;
	transcript?: CompletedEvent['transcript'];
}

interface Completion {
	vendor: Vendor;
	/** The conversation that the vendor's own event is about, for an event that does not say it. */
	idIn: (payload: Record<string, unknown>) => string | null;
	/** Asks the vendor for what is missing; what fails is reported among the look-ups, not thrown. */
	find: (told: Told, lookUps: LookUps) => Promise<Found>;
}

/** The same for every vendor, so that a workflow keeps it when the vendor is swapped. */
export const completeEventOption: Operation['option'] = {
	name: 'Complete Event',
	value: 'completeEvent',
	action: 'Complete event of conversation',
	description:
		'Add what an event from the trigger lacks: who the visitor is, who answered, and what was said',
};

export const completeEventFields: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'json',
		required: true,
		default: '={{ $json }}',
		description: 'The item from the trigger, with its Output set to Unified',
	},
	{
		displayName: 'Include Transcript',
		name: 'includeTranscript',
		type: 'boolean',
		default: true,
		description: 'Whether to also look up what was said',
	},
];

/**
 * The event of the field with the facts that it leaves null, and with `transcript`, `lookedUp` and
 * `recentEvents`. What it says is never overwritten, and whatever else it contains is kept. An
 * event about nothing that the vendor could be asked for comes back as it is.
 *
 * @throws NodeOperationError when the field does not contain an event, or one of another vendor
 * @throws what `LookUps.requireAnswers` does, when going on would lose the visitor's email address
 */
export async function completeEvent(
	call: Call,
	{ vendor, idIn, find }: Completion,
): Promise<IDataObject> {
	const event = eventOf(call, vendor);
	const conversation = factsOf('conversation', event);
	const contact = factsOf('contact', event);
	const payload = partOf(event.payload);
	const id = conversation.id ?? idIn(payload);
	const lookUps = new LookUps(call.context);
	const told = {
		id,
		conversation: { ...conversation, id },
		contact,
		payload,
		inbox: factsOf('inbox', event),
		agent: factsOf('agent', event),
		wantsTranscript: call.flag('includeTranscript'),
	};
	const found = await find(told, lookUps);
	lookUps.requireAnswers({
		isEmailTold: contact.email !== null || found.contact?.email !== undefined,
	});
	const completed = plainEvent({
		...event,
		inbox: filled('inbox', event, found.inbox),
		conversation: filled('conversation', event, { ...found.conversation, id }),
		contact: filled('contact', event, found.contact),
		agent: filled('agent', event, found.agent),
		transcript: found.transcript ?? [],
		lookedUp: lookUps.told,
	});
	return { ...completed, recentEvents: recentEvents(call, completed) };
}

/** Whether all that a vendor could say about some facts is known, so nothing needs asking. */
export const isComplete = <Name extends string>(
	facts: Readonly<Record<Name, string | null>>,
	tellable: readonly Name[],
) => tellable.every((name) => facts[name] !== null);

function factsOf<Name extends Group>(group: Name, event: IDataObject): Facts<Name> {
	const told = partOf(event[group]);
	const entries = Object.keys(nothingSaid[group]).map((name) => [name, textOf(told[name])]);
	return Object.fromEntries(entries) as Facts<Name>;
}

function filled(group: Group, event: IDataObject, found: Found[Group] = {}): IDataObject {
	const told = partOf(event[group]) as IDataObject;
	const looked = found as Record<string, string | null | undefined>;
	const entries = Object.keys(nothingSaid[group]).map((name) => [
		name,
		told[name] ?? looked[name] ?? null,
	]);
	return { ...told, ...Object.fromEntries(entries) } as IDataObject;
}

function eventOf({ context, item, refuse }: Call, vendor: Vendor): IDataObject {
	const given = context.getNodeParameter('event', item) as unknown;
	const event = typeof given === 'string' ? parsed(given) : given;
	if (!isObject(event) || !isObject(event.conversation)) {
		throw refuse(
			'The field "Event" does not contain an event',
			'Pass it the item from the trigger, such as {{ $json }} directly after it, and set Output of the trigger to Unified',
		);
	}
	const sender = textOf(event.vendor) ?? vendor.value;
	if (sender === vendor.value) return event as IDataObject;
	throw refuse(
		`This event is not from ${vendor.name}: its vendor is "${sender}"`,
		'Trigger and node must be from the same vendor: use the other vendor’s node instead',
	);
}

/** Without rounding: IDs may have more digits than a number can. */
function parsed(text: string): unknown {
	try {
		return readJson(Buffer.from(text));
	} catch {
		return undefined;
	}
}
