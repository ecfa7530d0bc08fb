import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { csatDashboard } from '../../scripts/templates/jobs/csatDashboard';

type Json = Record<string, unknown>;
interface Item {
	readonly json: Json;
}

interface Visit {
	readonly query?: Readonly<Record<string, string>>;
	/** What was packed an hour ago. */
	readonly packed?: Json;
	/** Whether it is no visit, but time to pack. */
	readonly isHour?: true;
	readonly now?: DateTime;
}

const codeOf = (node: string) => {
	const code = csatDashboard.nodes.find(({ name }) => name === node)?.parameters.jsCode;
	return `(() => {${String(code)}})()`;
};

const oneItem = (json: Json) => ({ isExecuted: true, first: () => ({ json }) });
const notRun = { isExecuted: false };

/** What the node "Sum Up" of the dashboard makes of the rows that have changed. */
export function sumUp(rows: readonly object[], visit: Visit = {}): Json[] {
	const { query = {}, packed = {}, isHour, now = DateTime.utc() } = visit;
	const nodes: Record<string, object> = {
		'Packed Ratings': oneItem(packed),
		'Every Hour': isHour ? oneItem({ timestamp: now.toISO() }) : notRun,
		Dashboard: isHour ? notRun : oneItem({ query }),
		Live: notRun,
	};
	const items = runInNewContext(codeOf('Sum Up'), {
		$now: now,
		DateTime,
		$: (name: string) => nodes[name],
		$input: { all: () => rows.map((json) => ({ json })) },
	}) as Item[];
	return items.map(({ json }) => JSON.parse(JSON.stringify(json)) as Json);
}

/** What the node "Draw the Page" answers after that: body, type and disposition. */
export function answerOf(rows: readonly object[], visit: Visit = {}): Record<string, string> {
	const summed = sumUp(rows, visit);
	const shown = summed.map(({ id }) => rows.find((row) => 'id' in row && row.id === id) ?? {});
	const nodes: Record<string, object> = {
		'Sum Up': oneItem(summed[0] ?? {}),
		Sign: oneItem({ token: 'signed' }),
	};
	const [answer] = runInNewContext(codeOf('Draw the Page'), {
		$now: visit.now ?? DateTime.utc(),
		DateTime,
		$workflow: { id: 'w1' },
		$: (name: string) => nodes[name],
		$input: { all: () => shown.map((json) => ({ json })) },
	}) as [{ json: Record<string, string> }];
	return answer.json;
}

/** The row that the node "What to Keep" makes of a trigger's event, and of the completed one. */
export const rowOf = (told: object, completed: object) =>
	(
		runInNewContext(codeOf('What to Keep'), {
			$now: DateTime.utc(),
			$: () => ({ item: { json: told } }),
			$json: completed,
		}) as Item
	).json;

let lastId = 0;

/** A row as it comes from the table: what is not known is null. */
export const row = (conversation: string, more: object = {}) => ({
	id: (lastId += 1),
	conversation: `iadvize ${conversation}`,
	vendor: 'iadvize',
	channel: 'chat',
	inbox: 'Shop',
	agent: 'Ada',
	contact: 'Grace',
	reach: null,
	csat: 5,
	nps: null,
	comment: null,
	at: DateTime.utc().toISO(),
	ended: null,
	talk: null,
	trouble: null,
	...more,
});
