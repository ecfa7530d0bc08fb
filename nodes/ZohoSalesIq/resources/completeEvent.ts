import type { IDataObject } from 'n8n-workflow';
import { channelOf } from '../../shared/channel';
import { completedEvent, type CompletedEvent } from '../../shared/conversation';
import { flagOf, isObject, partOf, textOf, utcOfMs } from '../../shared/fields';
import {
	completeEvent,
	completeEventFields,
	completeEventOption,
	isComplete,
	type Facts,
	type Found,
	type Told,
} from '../../shared/operations/completeEvent';
import type { LookUps } from '../../shared/operations/lookUps';
import { byTime, listRows, rowsIn } from '../api/paging';
import { CREDENTIAL } from '../api/token';
import { describe } from '../describe';
import { isRich, textIn } from '../message';
import { contactIn, personIn } from '../people';
import { inPortal, segmentOf, type Call } from './operation';

export const completeSalesIqEvent = inPortal({
	option: completeEventOption,
	fields: completeEventFields,
	output: completedEvent,
	run: async (call) =>
		await completeEvent(call.context, call.item, {
			vendor: 'zohoSalesIq',
			idIn: (payload) => describe(payload).conversation.id,
			find: async (told, lookUps) => await find(call, told, lookUps),
		}),
});

const CONTACT = ['id', 'name', 'email', 'phone'] as const;
const AGENT = ['id', 'name', 'email', 'kind'] as const;

async function find(call: Call, told: Told, lookUps: LookUps): Promise<Found> {
	if (told.id === null) return {};
	const path = `${call.base}/conversations/${segmentOf(call.context, call.item, 'event', told.id)}`;
	// The channel alone is no reason to ask: SalesIQ documents none in its answer.
	const isKnown = isComplete(told.contact, CONTACT) && isComplete(told.agent, AGENT);
	const isNeeded = told.wantsTranscript || !isKnown;
	const conversation = isNeeded ? await conversationAt(call, path, lookUps) : {};
	const visitor = partOf(conversation.visitor);
	const staff = staffOf(conversation);
	const contact: Found['contact'] = isObject(conversation.visitor) ? contactIn(visitor) : {};
	const found = {
		inbox: inboxOf(conversation, told.inbox),
		conversation: factsOf(conversation, visitor),
		contact,
		agent: staff.find((one) => isSame(one, told.agent)),
	};
	if (!told.wantsTranscript) return found;

	const visitorIds = [told.contact.id, contact.id ?? null];
	const bots = new Set(staff.filter(({ kind }) => kind === 'bot').map(({ id }) => id));
	const transcript: CompletedEvent['transcript'] = [];
	await lookUps.look({
		what: 'transcript',
		ifNone: 'SalesIQ has no messages of it',
		credential: CREDENTIAL,
		ask: async () => {
			const rows = listRows(call.context, { path: `${path}/messages` }, byTime, Infinity);
			for await (const row of rows) transcript.push(lineOf(row, visitorIds, bots));
			return transcript.length > 0 ? transcript : null;
		},
	});
	return { ...found, transcript };
}

async function conversationAt(call: Call, path: string, lookUps: LookUps): Promise<IDataObject> {
	const found = await lookUps.look({
		what: 'conversation',
		ifNone: 'SalesIQ knows no such conversation',
		isEssential: true,
		credential: CREDENTIAL,
		ask: async () => rowsIn(await call.ask({ path }))[0] ?? null,
	});
	return found ?? {};
}

/** The name of the app that the event came in by; a department is not looked for. */
function inboxOf({ app_id: appId, app_name: name }: IDataObject, told: Told['inbox']) {
	const id = textOf(appId);
	const isSame = told.id === null || (told.kind === 'app' && told.id === id);
	return id !== null && isSame ? { id, name: textOf(name), kind: 'app' } : {};
}

function factsOf(conversation: IDataObject, visitor: Record<string, unknown>) {
	const vendorChannel = textOf(visitor.channel);
	return {
		...{ channel: channelOf(vendorChannel), vendorChannel },
		subject: textOf(conversation.question),
		startedAt: utcOfMs(conversation.start_time),
		endedAt: utcOfMs(conversation.end_time),
	};
}

/** Who attends a conversation, the owner first, as in events. */
function staffOf({ owner, attender, participants }: IDataObject): Facts<'agent'>[] {
	const others: unknown[] = Array.isArray(participants) ? participants : [];
	return [owner, attender, ...others]
		.map(partOf)
		.map((one) => ({ ...agentIn(one), kind: kindOf(one.is_bot) }))
		.filter(({ id }) => id !== null);
}

function agentIn(one: Record<string, unknown>) {
	const { id, name, email } = personIn(one);
	return { id, name, email };
}

/** Whether someone may be the one whom the event tells: facts of two people are never mixed. */
const isSame = (one: Facts<'agent'>, told: Facts<'agent'>) =>
	(told.id === null || one.id === told.id) &&
	(told.kind === null || one.kind === null || one.kind === told.kind);

function kindOf(isBot: unknown): 'bot' | 'human' | null {
	const said = flagOf(isBot);
	return said === null ? null : said ? 'bot' : 'human';
}

function lineOf(
	row: IDataObject,
	visitorIds: readonly (string | null)[],
	bots: ReadonlySet<string | null>,
): CompletedEvent['transcript'][number] {
	const sender = partOf(row.sender);
	const message = partOf(row.message);
	const id = textOf(sender.id);
	const senderOf = () => {
		if (id === null) return null;
		// IDs of visitors as senders begin so, whatever their ID elsewhere.
		if (id.startsWith('$') || visitorIds.includes(id)) return 'visitor';
		const isBot = textOf(sender.type)?.toLowerCase() === 'bot' || bots.has(id);
		return isBot || isRich(message) ? 'bot' : 'agent';
	};
	return {
		at: utcOfMs(row.time),
		from: senderOf(),
		name: textOf(sender.name),
		text: textIn(message),
	};
}
