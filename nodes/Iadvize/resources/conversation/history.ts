import type { IDataObject } from 'n8n-workflow';
import type { CompletedEvent } from '../../../shared/completedEvent';
import { listOf, nameOf, textOf, utcOfMs } from '../../../shared/fields';
import type { Found, Told } from '../../../shared/operations/completeEvent';
import { refusal } from '../../../shared/operations/errors';
import { credentials } from '../../api/choice';
import { listIn, oneIn, rest } from '../../api/restRequest';
import { histories } from '../conversationHistory';
import { isRestId, isSameId, isUuid } from '../ids';
import { oddForm, type Asking } from './lookUpContact';

/**
 * Conversations of other channels are unknown to the REST API, which alone has what was said; an
 * unknown word may be any of them.
 */
const ONSITE: readonly (string | null)[] = ['chat', 'call', 'video', 'other', null];

interface Wanted {
	/** UUID, or the REST API's own ID. */
	id: string;
	legacyId: string | null;
	channel: string | null;
	/** The visitor's ID of the REST API. */
	visitorId: string | null;
	/** Otherwise it is read only for the visitor's unique ID, and not reported if it cannot be. */
	wantsTranscript: boolean;
}

/** A conversation of the REST API: by its ID, else among those of its visitor. */
export async function historyOf(asking: Asking, wanted: Wanted): Promise<IDataObject> {
	const { call, lookUps } = asking;
	const { id, legacyId, channel, visitorId, wantsTranscript } = wanted;
	const what = wantsTranscript ? 'transcript' : 'unique ID of the visitor';
	const whyNot = ONSITE.includes(channel)
		? asking.whyNot.rest
		: 'Not asked: the REST API has only website conversations';
	const { path, query } = histories;
	const ask = async (): Promise<IDataObject | undefined> => {
		if (isRestId(legacyId)) {
			const row = oneIn(call, await rest(call, { path: `${path}/${legacyId}`, query }));
			const uuid = textOf(row.xmpp_id);
			if (isUuid(uuid) && isUuid(id) && !isSameId(uuid, id)) throw ofAnother(call);
			return row;
		}
		const filters = { visitor_id: visitorId };
		const request = { path, query: { ...query, full: 1, limit: 100, filters } };
		const rows = listIn(call, await rest(call, request));
		return rows.find(({ xmpp_id: uuid }) => isSameId(textOf(uuid), id));
	};
	const why =
		whyNot ??
		(isRestId(legacyId) || isRestId(visitorId)
			? undefined
			: 'Not asked: no ID of the REST API is known');
	if (why !== undefined) {
		if (wantsTranscript) lookUps.skip(what, why);
		return {};
	}
	const found = await lookUps.look({
		what,
		ifNone: 'iAdvize lists no such conversation',
		credential: credentials.rest.name,
		ask: async (inPart) => {
			const row = await ask();
			if (wantsTranscript && row && !isHistory(row.history)) inPart(oddForm(call, 'history'));
			return row ?? null;
		},
	});
	return found ?? {};
}

/** Whether all of it can be read; a conversation in which nothing was said may have none. */
const isHistory = (history: unknown) =>
	history == null || (Array.isArray(history) && history.every((entry) => Array.isArray(entry)));

const ofAnother = (call: Asking['call']) =>
	refusal(call, {
		message: 'iAdvize sent the history of another conversation',
		description: 'The ID from GraphQL is not the one of the REST API: please report this',
	});

/**
 * The operator of the event, else of the conversation; as a list, so that an unknown one is not a
 * failure.
 */
export async function agentOf(
	{ call, lookUps, whyNot }: Asking,
	told: Told['agent'],
	operatorId: string | null,
): Promise<Found['agent']> {
	const id = told.id ?? operatorId;
	const isKnown = told.name !== null && told.email !== null;
	if (!isRestId(id) || isKnown || whyNot.rest !== undefined) return { id };
	const operator = await lookUps.look({
		what: 'operator',
		ifNone: 'iAdvize lists no such operator',
		credential: credentials.rest.name,
		ask: async () => {
			const query = { full: 1, filters: { id } };
			const rows = listIn(call, await rest(call, { path: '/operator', query }));
			return rows.find((row) => textOf(row.id) === id) ?? null;
		},
	});
	return {
		id,
		name: nameOf(operator?.first_name, operator?.name),
		email: textOf(operator?.email),
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

/** What was said, as far as a history has it. */
export const transcriptOf = (
	{ history }: IDataObject,
	visitorName: string | null,
): CompletedEvent['transcript'] =>
	listOf(history)
		.filter((entry) => Array.isArray(entry))
		.map((entry) => lineOf(entry as unknown[], visitorName));

/** Which of several operators wrote is not said, nor the zone of a time that is not in ms. */
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
