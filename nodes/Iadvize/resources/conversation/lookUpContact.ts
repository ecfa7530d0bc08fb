import type { IDataObject } from 'n8n-workflow';
import { channelOf } from '../../../shared/channel';
import { nameOf, onlyOf, partOf, textOf, utcOf } from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
import type { Facts, Told } from '../../../shared/operations/completeEvent';
import { refusal } from '../../../shared/operations/errors';
import type { LookUps } from '../../../shared/operations/lookUps';
import { credentials, type Api } from '../../api/choice';
import { listIn, oneIn, rest } from '../../api/restRequest';
import { isRestId, isSameId, isUniqueId, requireUuid } from '../ids';
import { queryConversation } from './get';

/** Where, for which item, and where the outcome of a look-up is reported. */
export interface Asking {
	call: Call;
	lookUps: LookUps;
	/** Why an API is not asked for this event; undefined where it is. */
	whyNot: Readonly<Record<Api, string | undefined>>;
}

/** Takes what is missing from an answer, or has an unknown form. */
type InPart = (error: Error) => void;

/** What is known of a visitor; an email of null means none, an absent one is unknown. */
export type Contact = Partial<Facts<'contact'>>;

/** Of several ways to a visitor, the first one that provides a fact counts. */
export const merged = (one: Contact, other: Contact): Contact => ({
	...other,
	...Object.fromEntries(Object.entries(one).filter(([name, fact]) => fact ?? !(name in other))),
});

export interface Conversation {
	facts: Partial<Facts<'conversation'>>;
	/** Its project. */
	inbox: Partial<Facts<'inbox'>>;
	/** Its ID in the REST API. */
	legacyId: string | null;
	contact: Contact;
}

const CONVERSATION = 'conversation';

/** The GraphQL API, which old events with an ID of the REST API are unknown to. */
export async function byConversation(asking: Asking, id: string): Promise<Conversation> {
	const { call, lookUps } = asking;
	const { graphQl: whyNot } = asking.whyNot;
	if (isRestId(id)) {
		lookUps.skip(CONVERSATION, 'Not asked: events of the old form have no UUID');
		return { ...nothing, legacyId: id };
	}
	if (whyNot !== undefined) {
		lookUps.skip(CONVERSATION, whyNot);
		return nothing;
	}
	const found = await lookUps.look({
		what: CONVERSATION,
		ifNone: 'iAdvize has no such conversation',
		isEssential: true,
		credential: credentials.graphQl.name,
		ask: async (inPart) => {
			let isWhole = true;
			const uuid = requireUuid(call, id, 'The ID of the conversation');
			const conversation = await queryConversation(call, uuid, (error, places) => {
				if (places.some(isOfAddress)) isWhole = false;
				inPart(error);
			});
			if (!conversation) return null;
			const { visitor } = conversation;
			if (Array.isArray(visitor) && visitor.length > 1) inPart(severalVisitors(call));
			const found = factsOf(conversation, isWhole);
			tellOddEmail(call, partOf(onlyOf(visitor)).email, inPart);
			return found;
		},
	});
	return found ?? nothing;
}

export const nothing: Conversation = { facts: {}, inbox: {}, legacyId: null, contact: {} };

/** Whether an error at this place leaves the address unknown. */
const isOfAddress = (place: string) =>
	['', 'conversation'].includes(place) || /^conversation\.visitor(\.\d+)?(\.email)?$/.test(place);

/** It will not change later. */
const severalVisitors = (call: Call) =>
	refusal(call, {
		message: 'iAdvize names several visitors, but not which one wrote',
		description: 'Use Conversation: Get to see all of them',
		status: 422,
	});

function factsOf(conversation: IDataObject, isWhole: boolean): Conversation {
	const { channel, createdAt, closedAt, legacyId, project, visitor } = conversation;
	// The older fields of a conversation hold a list.
	const { visitorId, firstName, lastName, email, phoneNumber } = partOf(onlyOf(visitor));
	const { id, name } = partOf(project);
	const named = { id: textOf(id), name: textOf(name) };
	const vendorChannel = textOf(channel);
	return {
		facts: {
			channel: channelOf(vendorChannel),
			vendorChannel,
			startedAt: utcOf(createdAt),
			endedAt: utcOf(closedAt),
		},
		inbox: { ...named, kind: named.id === null && named.name === null ? null : 'project' },
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
	const id = externalIdIn(payload);
	const why = isRestId(id) ? undefined : 'Not asked: the event has no visitorExternalId';
	return await visitorBy(asking, 'visitor', why, async () => {
		const { call } = asking;
		const visitor = oneIn(call, await rest(call, { path: `/visitor/${id}` }));
		if ([id, null].includes(textOf(visitor.id))) return visitor;
		throw refusal(call, {
			message: 'iAdvize sent a different visitor than the one asked for',
			description: 'Run it again; if this persists, report it',
		});
	});
}

/** The visitor's ID of the REST API; where iAdvize puts the platform before an ID, without it. */
export const externalIdIn = ({ visitorExternalId }: Told['payload']): string | null =>
	textOf(visitorExternalId)?.replace(/^(ha|sd)-/i, '') ?? null;

/** The ID of 45 characters, as Visitor Updated, old events and histories have it. */
export async function byUniqueId(asking: Asking, ids: (string | null)[]): Promise<Contact> {
	const id = ids.find(isUniqueId);
	const why = id === undefined ? 'Not asked: no unique ID of the visitor is known' : undefined;
	return await visitorBy(asking, 'visitor by unique ID', why, async () => {
		const query = { full: 1, filters: { unique_id: id } };
		const { call } = asking;
		// An unknown filter would return anyone.
		const rows = listIn(call, await rest(call, { path: '/visitor', query }));
		return rows.find((row) => isSameId(textOf(row.unique_id), id ?? null));
	});
}

async function visitorBy(
	{ call, lookUps, whyNot: { rest: whyNotRest } }: Asking,
	what: string,
	why: string | undefined,
	ask: () => Promise<IDataObject | undefined>,
): Promise<Contact> {
	const whyNot = why ?? whyNotRest;
	if (whyNot !== undefined) {
		lookUps.skip(what, whyNot);
		return {};
	}
	const found = await lookUps.look({
		what,
		ifNone: 'iAdvize has no such visitor',
		isEssential: true,
		credential: credentials.rest.name,
		ask: async (inPart) => {
			const visitor = (await ask()) ?? null;
			tellOddEmail(call, visitor?.email, inPart);
			return visitor;
		},
	});
	if (found === undefined) return {};
	return {
		name: nameOf(found.firstname, found.lastname),
		phone: textOf(found.phone),
		...emailOf(found.email),
	};
}

/** In an unknown form, it is not output at all. */
const emailOf = (email: unknown) =>
	email === null || typeof email === 'string' ? { email: textOf(email) } : {};

function tellOddEmail(call: Call, email: unknown, inPart: InPart): void {
	if (email == null || typeof email === 'string') return;
	inPart(oddForm(call, 'visitor.email'));
}

export const oddForm = (call: Call, what: string) =>
	refusal(call, {
		message: `${what} has an unknown form`,
		description: 'Report it, so that the pack can be adapted',
	});
