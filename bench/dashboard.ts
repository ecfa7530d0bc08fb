import { startHost, type Host } from '../host/host';
import { useTemplate, type Template } from '../host/templates';
import { iadvizeVendor } from '../host/vendors/iadvize';
import { waitFor } from '../host/wait';
import { dashboardUrl } from '../host/webhooks';
import { startIadvizeSimulator } from '../simulators/iadvize';
import { inDatabase } from '../test/e2e/support/database';
import { figure, spread, table } from './support/table';

const RATINGS = 200_000;
const ROUNDS = 15;
const TABLE = 'Rated Conversations';

/**
 * How long the dashboard takes to open with two hundred thousand ratings of 90 days, of two vendors,
 * five channels, ten teams and fifty agents: a page of each range as the browser gets it, and before
 * anything is packed.
 */
async function main(): Promise<void> {
	const vendor = iadvizeVendor(await startIadvizeSimulator());
	const host = await startHost({ folder: 'bench-dashboard', vendors: [vendor], say: console.log });
	try {
		const { rest, credentials, vendors } = host;
		const { id } = await useTemplate(
			rest,
			'csat-dashboard',
			credentials,
			vendors,
			packedEvery(1440),
		);
		const page = pageOf(host, await rest.workflows.get(id));
		await page('');
		await fill(host);
		const unpacked = await page('?days=90');
		await rest.workflows.update(id, { nodes: packedEvery(1)(await rest.workflows.get(id)).nodes });
		await rest.workflows.activate(id);
		console.log('Packing');
		const startedAt = Date.now();
		const bytes = await packed(host);
		const packing = Date.now() - startedAt;
		await rest.workflows.update(id, {
			nodes: packedEvery(1440)(await rest.workflows.get(id)).nodes,
		});
		await rest.workflows.activate(id);
		const rows = [['before anything is packed, 90 days', figure(unpacked)]];
		for (const days of [1, 7, 30, 90]) {
			const took = [];
			for (let round = 0; round < ROUNDS; round += 1) took.push(await page(`?days=${days}`));
			rows.push([`${days} days`, spread(took)]);
		}
		console.log(table(['page', 'ms, median (lowest to highest)'], rows));
		console.log(`Packed within ${figure(packing / 1000)} s, into ${figure(bytes / 1e6, 1)} MB`);
	} finally {
		await host.stop();
	}
}

/** The template, whose hour has so many minutes. */
const packedEvery =
	(minutesInterval: number) =>
	<T extends Pick<Template, 'nodes'>>(imported: T): T => ({
		...imported,
		nodes: imported.nodes.map((node) =>
			node.name === 'Every Hour'
				? { ...node, parameters: { rule: { interval: [{ field: 'minutes', minutesInterval }] } } }
				: node,
		),
	});

/** Opens the page; gives milliseconds until all of it is there. */
function pageOf({ n8n, owner }: Host, workflow: Parameters<typeof dashboardUrl>[1][number]) {
	const url = dashboardUrl(n8n.url, [workflow]) ?? '';
	const login = Buffer.from(`${owner.email}:${owner.password}`).toString('base64');
	return async (query: string) => {
		const startedAt = performance.now();
		const answer = await fetch(`${url}${query}`, { headers: { authorization: `Basic ${login}` } });
		const text = await answer.text();
		if (!answer.ok || !text.includes('Customer satisfaction')) {
			throw new Error(`n8n answered ${answer.status}: ${text.slice(0, 200)}`);
		}
		return performance.now() - startedAt;
	};
}

async function fill(host: Host): Promise<void> {
	const known = (await host.rest.dataTables.list()).find(({ name }) => name === TABLE);
	if (!known) throw new Error(`There is no data table ${TABLE}`);
	console.log(`Adding ${RATINGS} ratings`);
	await inDatabase(
		host,
		`INSERT INTO "data_table_user_${known.id}"
			(conversation, vendor, channel, inbox, agent, contact, csat, nps, comment, ended, at)
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${RATINGS})
		SELECT 'conversation ' || i, iif(i % 2, 'iadvize', 'zohoSalesIq'), 'channel ' || (i % 5),
			'Team ' || (i % 10), 'Agent ' || (i % 50), 'Visitor ' || i, 1 + i % 5,
			iif(i % 3, NULL, i % 11), iif(i % 10, NULL, 'Comment of a hundred letters ' || i), NULL,
			strftime('%Y-%m-%d %H:%M:%f', 'now', '-' || (i * 89 * 86400 / ${RATINGS}) || ' seconds')
		FROM n`,
	);
}

/** Waits until all are packed; gives the size in bytes. */
const packed = ({ rest: { dataTables } }: Host) =>
	waitFor('all ratings to be packed', 300_000, async () => {
		const known = (await dataTables.list()).find(({ name }) => name === 'Packed Ratings');
		const [row] = known ? await dataTables.rows(known) : [];
		const text = typeof row?.ratings === 'string' ? row.ratings : '';
		return text.length > 10 * RATINGS ? text.length : undefined;
	});

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
