import type { IDataObject } from 'n8n-workflow';
import type { CompletedEvent } from '../../../shared/conversation';
import { nameOf, textOf, utcOfMs } from '../../../shared/fields';
import type { Found, Told } from '../../../shared/operations/completeEvent';
import { credentials, whyNotAsked } from '../../api/choice';
import { rest, rowsIn } from '../../api/rest';
import { isRestId } from '../ids';
import { histories } from '../rest';
import type { Asking } from './visitor';

/** Conversations of other channels are unknown to the REST API, which alone has what was said. */
const ONSITE: readonly (string | null)[] = ['chat', 'call', 'video', null];

const TRANSCRIPT = 'transcript';

interface Wanted {
	/** UUID, or the REST API's own ID. */
	id: string;
	legacyId: string | null;
	channel: string | null;
	/** The visitor's ID of the REST API. */
	visitorId: string | null;
}

/** A conversation of the REST API: by its ID, else among those of its visitor. */
export async function historyOf(asking: Asking, wanted: Wanted): Promise<IDataObject> {
	const { context, item, lookUps } = asking;
	const { id, legacyId, channel, visitorId } = wanted;
	const whyNot = ONSITE.includes(channel)
		? whyNotAsked(context, item, 'rest')
		: 'Not asked: the REST API has conversations on the website only';
	const { path, query } = histories;
	const ask = async (): Promise<IDataObject | undefined> => {
		if (isRestId(legacyId)) {
			const { data } = await rest(context, { path: `${path}/${legacyId}`, query });
			return rowsIn(data)[0];
		}
		const filters = { visitor_id: visitorId };
		const { data } = await rest(context, {
			path,
			query: { ...query, full: 1, limit: 100, filters },
		});
		return rowsIn(data).find(
			({ xmpp_id: uuid }) => textOf(uuid)?.toLowerCase() === id.toLowerCase(),
		);
	};
	const why =
		whyNot ??
		(isRestId(legacyId) || isRestId(visitorId)
			? undefined
			: 'Not asked: no ID of the REST API is known');
	if (why !== undefined) {
		lookUps.skip(TRANSCRIPT, why);
		return {};
	}
	const found = await lookUps.look({
		what: TRANSCRIPT,
		ifNone: 'iAdvize lists no such conversation',
		credential: credentials.rest.name,
		ask: async () => (await ask()) ?? null,
	});
	return found ?? {};
}

/** The operator of the event, else of the conversation; as a list, where an unknown one is no fault. */
export async function agentOf(
	{ context, item, lookUps }: Asking,
	told: Told['agent'],
	operatorId: string | null,
): Promise<Found['agent']> {
	const id = told.id ?? operatorId;
	const isKnown = told.name !== null && told.email !== null;
	if (!isRestId(id) || isKnown || whyNotAsked(context, item, 'rest') !== undefined) return { id };
	const operator = await lookUps.look({
		what: 'operator',
		ifNone: 'iAdvize lists no such operator',
		credential: credentials.rest.name,
		ask: async () => {
			const query = { full: 1, filters: { id } };
			const { data } = await rest(context, { path: '/operator', query });
			return rowsIn(data).find((row) => textOf(row.id) === id) ?? null;
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

/** What was said, as far as a history tells it. */
export const transcriptOf = (
	{ history }: IDataObject,
	visitorName: string | null,
): CompletedEvent['transcript'] =>
	(Array.isArray(history) ? (history as unknown[]) : [])
		.filter((entry) => Array.isArray(entry))
		.map((entry) => lineOf(entry as unknown[], visitorName));

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
