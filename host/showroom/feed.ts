import type { BackOffice } from '../../simulators/backOffice';
import { omit } from '../../simulators/shared/omit';
import type { Simulator } from '../../simulators/simulator';
import type { Host } from '../host';
import { textOfHtml } from './textOfHtml';

/** Something that a workflow left behind, in a form that all sections share. */
interface Entry {
	/** Stays the same when what it names has changed. */
	readonly id: string;
	readonly title: string;
	readonly fields: Readonly<Record<string, unknown>>;
	readonly text?: string;
}

export type Feed = Readonly<Record<'mails' | 'rows' | 'crm' | 'tickets' | 'calls', Entry[]>>;

const NEWEST = 50;
/** A call may carry a file. */
const BODY_SHOWN = 20_000;

/** What workflows left behind: the newest fifty of each kind, newest first. */
export async function feedOf({ inbox, backOffice, rest, vendors }: Host): Promise<Feed> {
	return {
		mails: newest(inbox.mails, ({ subject, from, to, text }, index) => ({
			id: String(index),
			title: subject,
			fields: { from, to },
			text,
		})),
		rows: await rowsOf(rest),
		crm: crmOf(backOffice),
		tickets: newest(backOffice.zendesk.tickets, (ticket) => ({
			id: String(ticket.id),
			title: `#${ticket.id} ${ticket.subject ?? ''}`,
			fields: { status: ticket.status, priority: ticket.priority, tags: ticket.tags.join(', ') },
			text: ticket.comments.map(({ body }) => body).join('\n\n'),
		})),
		calls: callsOf([...vendors.map(({ simulator }) => simulator), ...backOffice.sides]),
	};
}

/** What has come or changed since `before`. */
export function since(before: Feed, now: Feed): Feed {
	const sections = Object.entries(now).map(([name, entries]) => {
		const known = new Set(before[name as keyof Feed].map((entry) => JSON.stringify(entry)));
		return [name, entries.filter((entry) => !known.has(JSON.stringify(entry)))];
	});
	return Object.fromEntries(sections) as Feed;
}

/** The last of a list that grows at its end, the last one first. */
function newest<T, U>(oldestFirst: readonly T[], show: (one: T, index: number) => U): U[] {
	const skipped = Math.max(0, oldestFirst.length - NEWEST);
	return oldestFirst
		.slice(skipped)
		.map((one, index) => show(one, skipped + index))
		.reverse();
}

async function rowsOf({ dataTables }: Host['rest']): Promise<Entry[]> {
	const tables = await dataTables.list();
	const rows = tables.map(async (table) =>
		(await dataTables.rows(table, NEWEST)).map((row) => ({
			id: `${table.id} ${row.id}`,
			title: `${table.name}, row ${row.id}`,
			fields: omit(row, 'id', 'createdAt', 'updatedAt'),
		})),
	);
	return (await Promise.all(rows)).flat();
}

function crmOf({ crm, hubspot }: BackOffice): Entry[] {
	const contacts = newest(hubspot.contacts, ({ vid, properties, updatedAt }) => ({
		at: updatedAt,
		id: `contact ${vid}`,
		fields: properties,
		title: `HubSpot contact ${vid}`,
	}));
	const engagements = newest(hubspot.engagements, ({ engagement, associations, metadata }) => ({
		at: engagement.createdAt,
		id: `engagement ${engagement.id}`,
		title: `HubSpot ${engagement.type.toLowerCase()} ${engagement.id}`,
		fields: { contacts: associations.contactIds?.join(', '), ...omit(metadata, 'body') },
		text: typeof metadata.body === 'string' ? textOfHtml(metadata.body) : '',
	}));
	const leads = newest(crm.leads, (lead, index) => ({
		id: `lead ${index}`,
		title: `Lead ${index + 1}`,
		fields: { ...(lead as object) },
	}));
	return [...newestFirst([...contacts, ...engagements]), ...leads].slice(0, NEWEST);
}

/** What n8n asked of the simulators: the only trace of an action that no other section shows. */
function callsOf(sides: readonly Pick<Simulator, 'requests'>[]): Entry[] {
	const calls = sides.flatMap(({ requests }, side) =>
		newest(requests, ({ method, host, path, query, body, at }, index) => ({
			at,
			id: `${side} ${index}`,
			fields: query,
			text: bodyShown(body),
			title: `${method} ${host}${path}`,
		})),
	);
	return newestFirst(calls).slice(0, NEWEST);
}

function bodyShown(body: string): string {
	const left = body.length - BODY_SHOWN;
	return left > 0 ? `${body.slice(0, BODY_SHOWN)}\n(${left} more characters)` : body;
}

/** The time has done its part once they are in order. */
const newestFirst = (entries: (Entry & { readonly at: number })[]): Entry[] =>
	entries.sort((a, b) => b.at - a.at).map((entry) => omit(entry, 'at'));
