import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { completedEvent } from '../../../shared/completedEvent';
import { textOf } from '../../../shared/fields';
import {
	completeEvent,
	completeEventFields,
	completeEventOption,
	isComplete,
	type Found,
	type Told,
} from '../../../shared/operations/completeEvent';
import type { LookUps } from '../../../shared/operations/lookUps';
import type { Operation } from '../../../shared/operations/operation';
import { apiField, whyNotAsked, whyOtherPlatform, type Api } from '../../api/choice';
import { describe } from '../../describe';
import { vendor } from '../../vendor';
import { queryOption } from '../graphQlOperation';
import { isUniqueId } from '../ids';
import { conversationText } from './get';
import { agentOf, historyOf, transcriptOf } from './history';
import {
	byConversation,
	byExternalId,
	byUniqueId,
	externalIdIn,
	merged,
	nothing,
	type Asking,
	type Contact,
	type Conversation,
} from './visitor';

/**
 * Asks in turn, while something of the visitor is missing: the conversation by GraphQL, the visitor
 * by `visitorExternalId`, and the visitor by unique ID. Transcript and operator are look-ups of their
 * own. Either API does without the other, and none of them stops another.
 */
export const completeIadvizeEvent: Operation = {
	option: completeEventOption,
	fields: [...completeEventFields, apiField, queryOption(conversationText)],
	output: completedEvent,
	run: async ({ context, item }) =>
		await completeEvent(context, item, {
			vendor,
			idIn: (payload) => describe(payload, '').conversation.id,
			find: async (told, lookUps) => await find(context, item, lookUps, told),
		}),
};

async function find(
	context: IExecuteFunctions,
	item: number,
	lookUps: LookUps,
	told: Told,
): Promise<Found> {
	const { id, payload, wantsTranscript } = told;
	const uniqueIds = [told.contact.id, textOf(payload.visitorId)];
	if (id === null && !uniqueIds.some(isUniqueId)) return {};
	requireCredential(context, item);
	const whyNot = await reasonsNotToAsk(context, item, textOf(payload.platform));
	const asking: Asking = { context, item, lookUps, whyNot };

	const conversation = await conversationOf(asking, told);
	const channel = told.conversation.channel ?? conversation.facts.channel ?? null;
	let { contact } = conversation;
	if (id !== null && isMissing(told, contact)) {
		contact = merged(contact, await byExternalId(asking, told));
	}
	const wanted = { channel, legacyId: conversation.legacyId, wantsTranscript };
	const visitorId = externalIdIn(payload);
	const isAddressOpen = told.contact.email === null && contact.email === undefined;
	const isIdWanted = isAddressOpen && !uniqueIds.some(isUniqueId);
	const history =
		id !== null && (wantsTranscript || isIdWanted)
			? await historyOf(asking, { ...wanted, id, visitorId })
			: {};
	uniqueIds.push(textOf(history.visitor_uid));
	if (isMissing(told, contact)) {
		contact = merged(contact, await byUniqueId(asking, uniqueIds));
	}
	const inbox = isSameInbox(told, conversation) ? conversation.inbox : {};
	const found = { inbox, conversation: conversation.facts, contact };
	if (id === null || !wantsTranscript) return found;
	return {
		...found,
		agent: await agentOf(asking, told.agent, textOf(history.operator_id)),
		transcript: transcriptOf(history, told.contact.name ?? contact.name ?? null),
	};
}

async function conversationOf(asking: Asking, told: Told): Promise<Conversation> {
	const isKnown =
		told.conversation.channel !== null &&
		isComplete(told.contact, ['id', 'name', 'email', 'phone']);
	return told.id === null || (isKnown && !told.wantsTranscript)
		? nothing
		: await byConversation(asking, told.id);
}

/** Whether the event came in by the project of the conversation: facts of two are never mixed. */
const isSameInbox = ({ inbox: told }: Told, { inbox }: Conversation) =>
	told.id === null || told.id === inbox.id;

/** Whether something that the REST API could tell of the visitor is not known yet. */
const isMissing = ({ contact }: Told, found: Contact) =>
	(['name', 'email', 'phone'] as const).some((name) => (contact[name] ?? found[name]) == null);

async function reasonsNotToAsk(
	context: IExecuteFunctions,
	item: number,
	platform: string | null,
): Promise<Asking['whyNot']> {
	const whyNot = async (api: Api) =>
		whyNotAsked(context, item, api) ?? (await whyOtherPlatform(context, api, platform));
	return { graphQl: await whyNot('graphQl'), rest: await whyNot('rest') };
}

function requireCredential(context: IExecuteFunctions, item: number): void {
	const reasons = (['graphQl', 'rest'] as const).map((api) => whyNotAsked(context, item, api));
	if (reasons.includes(undefined)) return;
	throw new NodeOperationError(context.getNode(), 'iAdvize cannot be asked without a credential', {
		itemIndex: item,
		description: 'Choose "iAdvize GraphQL API", "iAdvize REST API", or both',
	});
}
