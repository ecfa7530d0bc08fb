import { completedEvent } from '../../../shared/completedEvent';
import { textOf } from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
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
import { queryOption } from '../graphQlFields';
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
} from './lookUpContact';

/**
 * Asks in turn, while something of the visitor is missing: the conversation by GraphQL, the visitor
 * by `visitorExternalId`, and the visitor by unique ID. Transcript and operator are separate
 * look-ups. Either API works without the other, and none of them stops another.
 */
export const completeIadvizeEvent: Operation = {
	option: completeEventOption,
	fields: [...completeEventFields, apiField, queryOption(conversationText)],
	output: completedEvent,
	run: (call) =>
		completeEvent(call, {
			vendor,
			idIn: (payload) => describe(payload, '').conversation.id,
			find: (told, lookUps) => find(call, lookUps, told),
		}),
};

async function find(call: Call, lookUps: LookUps, told: Told): Promise<Found> {
	const { id, payload, wantsTranscript } = told;
	const uniqueIds = [told.contact.id, textOf(payload.visitorId)];
	if (id === null && !uniqueIds.some(isUniqueId)) return {};
	requireCredential(call);
	const whyNot = await reasonsNotToAsk(call, textOf(payload.platform));
	const asking: Asking = { call, lookUps, whyNot };

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

/** Whether the event is from the project of the conversation: facts of two are never mixed. */
const isSameInbox = ({ inbox: told }: Told, { inbox }: Conversation) =>
	told.id === null || told.id === inbox.id;

/** Whether the REST API could add something about the visitor that is not known yet. */
const isMissing = ({ contact }: Told, found: Contact) =>
	(['name', 'email', 'phone'] as const).some((name) => (contact[name] ?? found[name]) == null);

async function reasonsNotToAsk(call: Call, platform: string | null): Promise<Asking['whyNot']> {
	const whyNot = async (api: Api) =>
		whyNotAsked(call, api) ?? (await whyOtherPlatform(call, api, platform));
	return { graphQl: await whyNot('graphQl'), rest: await whyNot('rest') };
}

function requireCredential(call: Call): void {
	const reasons = (['graphQl', 'rest'] as const).map((api) => whyNotAsked(call, api));
	if (reasons.includes(undefined)) return;
	throw call.refuse(
		'iAdvize cannot be asked without a credential',
		'Choose "iAdvize GraphQL API", "iAdvize REST API", or both',
	);
}
