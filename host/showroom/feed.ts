import { omit } from '../../simulators/shared/omit';
import type { BackOffice } from '../backOffice';
import type { Mail } from '../inbox';
import type { Host } from '../host';

/** Something that a workflow left behind, in a form that all sections share. */
export interface Entry {
	readonly title: string;
	readonly fields: Readonly<Record<string, unknown>>;
	readonly text?: string;
}

const NEWEST = 50;

const newest = <T>(oldestFirst: readonly T[]): T[] => oldestFirst.slice(-NEWEST).reverse();

/** What workflows left behind: the newest fifty of each kind, newest first. */
export async function feedOf({ inbox, backOffice, rest, vendors }: Host) {
	return {
		mails: newest(inbox.mails).map(mailEntry),
		rows: await rowsOf(rest),
		crm: crmOf(backOffice),
		tickets: newest(backOffice.zendesk.tickets).map(ticketEntry),
		calls: callsOf([...vendors.map(({ simulator }) => simulator), ...backOffice.sides]),
	};
}

const mailEntry = ({ subject, from, to, text }: Mail): Entry => ({
	title: subject,
	fields: { from, to },
	text,
});

async function rowsOf({ dataTables }: Host['rest']): Promise<Entry[]> {
	const tables = await dataTables.list();
	const rows = tables.map(async (table) =>
		(await dataTables.rows(table, NEWEST)).map(
			(row): Entry => ({
				title: `${table.name}, row ${row.id}`,
				fields: omit(row, 'id', 'createdAt', 'updatedAt'),
			}),
		),
	);
	return (await Promise.all(rows)).flat();
}

function crmOf({ crm, hubspot }: BackOffice): Entry[] {
	const timed = [
		...newest(hubspot.contacts).map(({ vid, properties, updatedAt }) => ({
			at: updatedAt,
			title: `HubSpot contact ${vid}`,
			fields: properties,
		})),
		...newest(hubspot.engagements).map(({ engagement, associations, metadata }) => ({
			at: engagement.createdAt,
			title: `HubSpot ${engagement.type.toLowerCase()} ${engagement.id}`,
			fields: { contacts: associations.contactIds, ...metadata },
		})),
	];
	const leads = newest(crm.leads).map((lead) => ({ title: 'Lead', fields: lead as object }));
	const told = timed.sort((a, b) => b.at - a.at).map(({ title, fields }) => ({ title, fields }));
	return [...told, ...leads].slice(0, NEWEST) as Entry[];
}

const ticketEntry = ({
	id,
	subject,
	status,
	priority,
	tags,
	comments,
}: BackOffice['zendesk']['tickets'][number]): Entry => ({
	title: `#${id} ${subject ?? ''}`,
	fields: { status, priority, tags: tags.join(', ') },
	text: comments.map(({ body }) => body).join('\n\n'),
});

/** What n8n asked of the simulators: also where no other section shows what an action did. */
function callsOf(
	sides: readonly Pick<Host['vendors'][number]['simulator'], 'requests'>[],
): Entry[] {
	return sides
		.flatMap(({ requests }) => newest(requests))
		.sort((a, b) => b.at - a.at)
		.slice(0, NEWEST)
		.map(({ method, host, path, query, body }) => ({
			title: `${method} ${host}${path}`,
			fields: query,
			text: body.slice(0, 4000),
		}));
}
