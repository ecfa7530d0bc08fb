import type { BackOffice } from '../../simulators/backOffice';
import { omit } from '../../simulators/shared/omit';
import type { Simulator } from '../../simulators/simulator';
import type { Host } from '../host';

/** Something that a workflow left behind, in a form that all sections share. */
interface Entry {
	/** Another one when it is new or has changed. */
	readonly key: string;
	readonly title: string;
	readonly fields: Readonly<Record<string, unknown>>;
	readonly text?: string;
}

const NEWEST = 50;

/** What workflows left behind: the newest fifty of each kind, newest first. */
export async function feedOf({ inbox, backOffice, rest, vendors }: Host) {
	return {
		mails: newest(inbox.mails, ({ subject, from, to, text }, index) => ({
			key: String(index),
			title: subject,
			fields: { from, to },
			text,
		})),
		rows: await rowsOf(rest),
		crm: crmOf(backOffice),
		tickets: newest(backOffice.zendesk.tickets, (ticket) => ({
			key: `${ticket.id} ${ticket.updated_at} ${ticket.comments.length}`,
			title: `#${ticket.id} ${ticket.subject ?? ''}`,
			fields: { status: ticket.status, priority: ticket.priority, tags: ticket.tags.join(', ') },
			text: ticket.comments.map(({ body }) => body).join('\n\n'),
		})),
		calls: callsOf([...vendors.map(({ simulator }) => simulator), ...backOffice.sides]),
	};
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
			key: `${table.id} ${row.id} ${String(row.updatedAt)}`,
			title: `${table.name}, row ${row.id}`,
			fields: omit(row, 'id', 'createdAt', 'updatedAt'),
		})),
	);
	return (await Promise.all(rows)).flat();
}

function crmOf({ crm, hubspot }: BackOffice): Entry[] {
	const contacts = newest(hubspot.contacts, ({ vid, properties, updatedAt }) => ({
		at: updatedAt,
		key: `contact ${vid} ${updatedAt}`,
		fields: properties,
		title: `HubSpot contact ${vid}`,
	}));
	const engagements = newest(hubspot.engagements, ({ engagement, associations, metadata }) => ({
		at: engagement.createdAt,
		key: `engagement ${engagement.id}`,
		title: `HubSpot ${engagement.type.toLowerCase()} ${engagement.id}`,
		fields: { contacts: associations.contactIds, ...metadata },
	}));
	const leads = newest(crm.leads, (lead, index) => ({
		key: `lead ${index}`,
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
			key: `${side} ${index}`,
			fields: query,
			text: body.slice(0, 4000),
			title: `${method} ${host}${path}`,
		})),
	);
	return newestFirst(calls).slice(0, NEWEST);
}

const newestFirst = (entries: (Entry & { readonly at: number })[]): Entry[] =>
	entries.sort((a, b) => b.at - a.at);
