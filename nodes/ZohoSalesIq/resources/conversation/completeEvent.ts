import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { channelOf } from '../../../shared/channel';
import { completedEvent } from '../../../shared/completedEvent';
import {
	flagOf,
	isObject,
	listOf,
	onlyOf,
	partOf,
	textOf,
	utcOfMs,
	wordOf,
} from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
import {
	completeEvent,
	completeEventFields,
	completeEventOption,
	isComplete,
	type Facts,
	type Found,
	type Told,
} from '../../../shared/operations/completeEvent';
import { refusal } from '../../../shared/operations/errors';
import type { LookUps } from '../../../shared/operations/lookUps';
import type { Operation } from '../../../shared/operations/operation';
import { rowsIn } from '../../api/paging';
import { salesIq } from '../../api/request';
import { CREDENTIAL } from '../../api/token';
import { describe } from '../../describe';
import { contactIn, personIn } from '../../people';
import { vendor } from '../../vendor';
import { portalField } from '../../whichPortal';
import { portalOf } from '../fields';
import { transcriptAt } from './transcript';

export const completeSalesIqEvent: Operation = {
	option: completeEventOption,
	fields: [portalField, ...completeEventFields],
	output: completedEvent,
	run: (call) =>
		completeEvent(call, {
			vendor,
			idIn: (payload) => describe(payload).conversation.id,
			find: (told, lookUps) => find(call, told, lookUps),
		}),
};

type Contact = NonNullable<Found['contact']>;

const CONTACT = ['id', 'name', 'email', 'phone'] as const;
const AGENT = ['id', 'name', 'email', 'kind'] as const;

async function find(call: Call, told: Told, lookUps: LookUps): Promise<Found> {
	if (told.id === null) return {};
	const path = `${portalOf(call)}/conversations/${call.segment('event', { value: told.id })}`;
	// The channel alone is not a reason to ask: SalesIQ documents none in its answer.
	const isKnown = isComplete(told.contact, CONTACT) && isComplete(told.agent, AGENT);
	const isNeeded = told.wantsTranscript || !isKnown;
	const conversation = isNeeded ? await lookUp(call, path, told.id, lookUps) : {};
	const visitor = partOf(conversation.visitor);
	const { owner, attender, participants, supervisors } = conversation;
	// The owner first, as in events; a supervisor listens in and does not have the conversation.
	const staff = staffOf([owner, attender, ...listOf(participants)]);
	const contact: Contact = isObject(conversation.visitor) ? contactOf(visitor) : {};
	const found = {
		inbox: inboxOf(conversation, told.inbox),
		conversation: factsOf(conversation, visitor),
		contact,
		agent: staff.find((one) => isSame(one, told.agent)),
	};
	if (!told.wantsTranscript) return found;

	const visitorIds = [told.contact.id, contact.id ?? null];
	const people = [told.agent, ...staffOf(listOf(supervisors)), ...staff];
	const transcript = await transcriptAt(call, path, lookUps, { visitorIds, people });
	return { ...found, transcript };
}

async function lookUp(
	call: Call,
	path: string,
	id: string,
	lookUps: LookUps,
): Promise<IDataObject> {
	const found = await lookUps.look({
		what: 'conversation',
		ifNone: 'SalesIQ has no such conversation',
		isEssential: true,
		credential: CREDENTIAL,
		ask: async (inPart) => {
			const row = rowOf(call, rowsIn(await salesIq(call, { path })), id);
			const visitor = onlyOf(row.visitor) ?? null;
			if (visitor === null) return row;
			if (!isObject(visitor) || !isTold(visitor.email)) {
				const message = 'SalesIQ describes the visitor in a form other than documented';
				inPart(new NodeOperationError(call.getNode(), message));
			}
			return { ...row, visitor } as IDataObject;
		},
	});
	return found ?? {};
}

/**
 * The conversation that was asked for. Only code 1019 means that there is none, so an answer
 * without it counts as none.
 */
function rowOf(call: Call, rows: IDataObject[], asked: string): IDataObject {
	const filled = rows.filter((row) => Object.keys(row).length > 0);
	const row = filled.find(({ id }) => (textOf(id) ?? asked) === asked);
	if (row) return row;
	const [what, answered] =
		filled.length > 0
			? ['another conversation than the one asked for', 'another conversation']
			: ['nothing where the conversation should be', 'no data'];
	throw refusal(call, {
		message: `SalesIQ answered with ${what}`,
		description: 'Run it again; if this persists, compare Conversation: Get with the same ID',
		answered,
	});
}

/** Whether a fact is a text, or explicitly empty: in another form, there may be one. */
const isTold = (value: unknown) =>
	textOf(value) !== null || value === undefined || value === null || value === '';

/** Without an address that came in another form: that does not mean there is none. */
function contactOf(visitor: Record<string, unknown>): Contact {
	const { email, ...others } = contactIn(visitor);
	return isTold(visitor.email) ? { ...others, email } : others;
}

/** The name of the app that the event came in through; a department is not looked up. */
function inboxOf({ app_id: appId, app_name: name }: IDataObject, told: Told['inbox']) {
	const id = textOf(appId);
	const isSame = told.id === null || (told.kind === 'app' && told.id === id);
	return id !== null && isSame ? { id, name: textOf(name), kind: 'app' } : {};
}

function factsOf(conversation: IDataObject, visitor: Record<string, unknown>) {
	const vendorChannel = textOf(visitor.channel);
	return {
		channel: channelOf(vendorChannel),
		vendorChannel,
		subject: textOf(conversation.question),
		startedAt: utcOfMs(conversation.start_time),
		endedAt: utcOfMs(conversation.end_time),
	};
}

/** Those of some people who have an ID. */
function staffOf(people: unknown[]): Facts<'agent'>[] {
	return people
		.map((one) => partOf(onlyOf(one)))
		.map((one) => ({ ...agentIn(one), kind: kindOf(one.is_bot) }))
		.filter(({ id }) => id !== null);
}

function agentIn(one: Record<string, unknown>) {
	const { id, name, email } = personIn(one);
	return { id, name, email };
}

/**
 * Whether someone may be the person in the event: facts of two people are never mixed. An ID
 * decides; without one, address and name must not differ.
 */
function isSame(one: Facts<'agent'>, told: Facts<'agent'>): boolean {
	const differs = (name: keyof typeof told) =>
		told[name] !== null && one[name] !== null && wordOf(one[name]) !== wordOf(told[name]);
	if (differs('kind')) return false;
	return told.id === null ? !differs('email') && !differs('name') : one.id === told.id;
}

function kindOf(isBot: unknown): 'bot' | 'human' | null {
	const said = flagOf(isBot);
	return said === null ? null : said ? 'bot' : 'human';
}
