import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { completedEvent, type CompletedEvent } from '../../../shared/conversation';
import { nameOf, partOf, textOf, utcOfMs } from '../../../shared/fields';
import {
	completeEvent,
	completeEventFields,
	completeEventOption,
	isComplete,
	type Facts,
	type Found,
	type Told,
} from '../../../shared/operations/completeEvent';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/rest';
import { describe } from '../../describe';
import { queryOption } from '../graphQlOperation';
import { isRestId, requireUuid } from '../ids';
import { histories } from '../rest';
import { askConversation, conversationText } from './get';

export const completeIadvizeEvent: Operation = {
	option: completeEventOption,
	fields: [...completeEventFields, queryOption(conversationText)],
	output: completedEvent,
	run: async (context, item) =>
		await completeEvent(context, item, {
			vendor: 'iadvize',
			idIn: (payload) => describe(payload, '').conversation.id,
			find: async (told) => await find(context, item, told),
		}),
};

async function find(context: IExecuteFunctions, item: number, told: Told): Promise<Found> {
	const { channel, legacyId, contact } = await lookUp(context, item, told);
	const found = { conversation: { channel }, contact };
	if (!told.wantsTranscript) return found;

	const history = await historyOf(context, legacyId, told.conversation.channel ?? channel);
	const visitorName = told.contact.name ?? contact.name ?? null;
	return {
		...found,
		agent: await agentOf(context, told.agent, textOf(history.operator_id)),
		transcript: entriesOf(history).map((entry) => lineOf(entry, visitorName)),
	};
}

/** What GraphQL knows of a conversation. Old events have IDs of the REST API, which it does not. */
async function lookUp(context: IExecuteFunctions, item: number, told: Told) {
	if (isRestId(told.id)) return { channel: null, legacyId: told.id, contact: {} };
	const id = requireUuid(context, told.id, item);
	const isKnown = told.conversation.channel !== null && isComplete(told.contact);
	const isNeeded = told.wantsTranscript || !isKnown;
	const conversation = isNeeded ? await askConversation(context, item, id) : {};
	const visitor = partOf(conversation.visitor);
	return {
		channel: textOf(conversation.channel)?.toLowerCase() ?? null,
		legacyId: textOf(conversation.legacyId),
		contact: {
			id: textOf(visitor.visitorId),
			name: nameOf(visitor.firstName, visitor.lastName),
			email: textOf(visitor.email),
			phone: textOf(visitor.phoneNumber),
		} as Partial<Facts<'contact'>>,
	};
}

/** Conversations of other channels are unknown to the REST API, which alone has what was said. */
const ONSITE: readonly (string | null)[] = ['chat', 'call', 'video', null];

async function historyOf(
	context: IExecuteFunctions,
	legacyId: string | null,
	channel: string | null,
): Promise<IDataObject> {
	if (!isRestId(legacyId) || !ONSITE.includes(channel)) return {};
	const { path, query } = histories;
	const { data } = await rest(context, { path: `${path}/${legacyId}`, query });
	return rowsIn(data)[0] ?? {};
}

/** The operator of the event, else of the conversation; as a list, where an unknown one is no fault. */
async function agentOf(
	context: IExecuteFunctions,
	told: Told['agent'],
	operatorId: string | null,
): Promise<Found['agent']> {
	const id = told.id ?? operatorId;
	if (!isRestId(id) || (told.name !== null && told.email !== null)) return { id };
	const { data } = await rest(context, {
		path: '/operator',
		query: { full: 1, filters: { id } },
	});
	const operator = rowsIn(data).find((row) => textOf(row.id) === id) ?? {};
	return {
		id,
		name: nameOf(operator.first_name, operator.name),
		email: textOf(operator.email),
	};
}

/** Who speaks, by type of entry: text and rich content of operator and visitor, and notices. */
const speakers: Readonly<Record<string, CompletedEvent['transcript'][number]['from']>> = {
	1: 'agent',
	2: 'visitor',
	3: 'system',
	6: 'agent',
	7: 'visitor',
};

const entriesOf = ({ history }: IDataObject): unknown[][] =>
	Array.isArray(history) ? (history as unknown[]).filter((entry) => Array.isArray(entry)) : [];

/** Which of several operators wrote is not told, nor the zone of a time that is not in ms. */
function lineOf(
	[type, , said, epochMs]: unknown[],
	visitorName: string | null,
): CompletedEvent['transcript'][number] {
	const from = speakers[textOf(type) ?? ''] ?? null;
	return {
		at: utcOfMs(epochMs),
		from,
		name: from === 'visitor' ? visitorName : null,
		text: textOf(said),
	};
}
