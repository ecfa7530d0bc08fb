import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { channelOf } from '../../../shared/channel';
import { nameOf, onlyOf, partOf, textOf, utcOf } from '../../../shared/fields';
import type { Facts, Told } from '../../../shared/operations/completeEvent';
import type { LookUps } from '../../../shared/operations/lookUps';
import { credentials, whyNotAsked } from '../../api/choice';
import { rest, rowsIn } from '../../api/rest';
import { isRestId, isUniqueId, requireUuid } from '../ids';
import { queryConversation } from './get';

/** Where, for which item, and where it is told what came of a look-up. */
export interface Asking {
	context: IExecuteFunctions;
	item: number;
	lookUps: LookUps;
}

/** What is known of a visitor; an email of null is none, an absent one nobody has told. */
export type Contact = Partial<Facts<'contact'>>;

/** Of several ways to a visitor the first one that tells a fact counts. */
export const merged = (one: Contact, other: Contact): Contact => ({
	...other,
	...Object.fromEntries(Object.entries(one).filter(([name, fact]) => fact ?? !(name in other))),
});

export interface Conversation {
	facts: Partial<Facts<'conversation'>>;
	/** Its project. */
	inbox: Partial<Facts<'inbox'>>;
	/** The ID that the REST API knows it by. */
	legacyId: string | null;
	contact: Contact;
}

const CONVERSATION = 'conversation';

/** The GraphQL API, which old events with an ID of the REST API are unknown to. */
export async function byConversation(asking: Asking, id: string): Promise<Conversation> {
	const { context, item, lookUps } = asking;
	if (isRestId(id)) {
		lookUps.skip(CONVERSATION, 'Not asked: events of the old form name no UUID');
		return { ...nothing, legacyId: id };
	}
	const whyNot = whyNotAsked(context, item, 'graphQl');
	if (whyNot !== undefined) {
		lookUps.skip(CONVERSATION, whyNot);
		return nothing;
	}
	const found = await lookUps.look({
		...{ what: CONVERSATION, ifNone: 'iAdvize knows no such conversation', isEssential: true },
		credential: credentials.graphQl.name,
		ask: async (inPart) => {
			let isWhole = true;
			const uuid = requireUuid(context, id, item);
			const conversation = await queryConversation(context, item, uuid, (error) => {
				isWhole = false;
				inPart(error);
			});
			return conversation && factsOf(conversation, isWhole);
		},
	});
	return found ?? nothing;
}

export const nothing: Conversation = { facts: {}, inbox: {}, legacyId: null, contact: {} };

function factsOf(conversation: IDataObject, isWhole: boolean): Conversation {
	const { channel, createdAt, closedAt, legacyId, project, visitor } = conversation;
	// The older fields of a conversation hold a list.
	const { visitorId, firstName, lastName, email, phoneNumber } = partOf(onlyOf(visitor));
	const { id: projectId, name } = partOf(project);
	const vendorChannel = textOf(channel);
	return {
		facts: {
			...{ channel: channelOf(vendorChannel), vendorChannel },
			...{ startedAt: utcOf(createdAt), endedAt: utcOf(closedAt) },
		},
		inbox: { id: textOf(projectId), name: textOf(name), kind: 'project' },
		legacyId: textOf(legacyId),
		contact: {
			id: textOf(visitorId),
			name: nameOf(firstName, lastName),
			phone: textOf(phoneNumber),
			// Beside errors, null may be what was not answered.
			...emailOf(isWhole ? email : (email ?? undefined)),
		},
	};
}

/** iAdvize's documented way from a closed conversation to an address, on the website only. */
export async function byExternalId(asking: Asking, { payload }: Told): Promise<Contact> {
	const id = textOf(payload.visitorExternalId);
	const why = isRestId(id) ? undefined : 'Not asked: the event has no visitorExternalId';
	return await visitorBy(asking, 'visitor', why, async () => {
		const { data } = await rest(asking.context, { path: `/visitor/${id}` });
		return rowsIn(data).find((row) => textOf(row.id) === id);
	});
}

/** The ID of 45 characters, as Visitor Updated, old events and histories have it. */
export async function byUniqueId(asking: Asking, ids: (string | null)[]): Promise<Contact> {
	const id = ids.find(isUniqueId);
	const why = id === undefined ? 'Not asked: no unique ID of the visitor is known' : undefined;
	return await visitorBy(asking, 'visitor by unique ID', why, async () => {
		const query = { full: 1, filters: { unique_id: id } };
		const { data } = await rest(asking.context, { path: '/visitor', query });
		// A filter that is not known would bring anybody.
		return rowsIn(data).find((row) => textOf(row.unique_id)?.toLowerCase() === id?.toLowerCase());
	});
}

async function visitorBy(
	{ context, item, lookUps }: Asking,
	what: string,
	why: string | undefined,
	ask: () => Promise<IDataObject | undefined>,
): Promise<Contact> {
	const whyNot = why ?? whyNotAsked(context, item, 'rest');
	if (whyNot !== undefined) {
		lookUps.skip(what, whyNot);
		return {};
	}
	const found = await lookUps.look({
		...{ what, ifNone: 'iAdvize knows no such visitor', isEssential: true },
		credential: credentials.rest.name,
		ask: async () => (await ask()) ?? null,
	});
	if (found === undefined) return {};
	return {
		name: nameOf(found.firstname, found.lastname),
		phone: textOf(found.phone),
		...emailOf(found.email),
	};
}

const emailOf = (email: unknown) => (email === undefined ? {} : { email: textOf(email) });
