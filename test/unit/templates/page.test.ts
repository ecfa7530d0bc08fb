import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { csatDashboard } from '../../../scripts/templates/jobs/csatDashboard';

const code = csatDashboard.nodes.find(({ name }) => name === 'Draw the Page')?.parameters.jsCode;

/** The page as the Code node of the template draws it. */
function pageOf(rows: object[], id?: string): string {
	const context = {
		$now: DateTime.utc(),
		DateTime,
		$: () => ({ first: () => ({ json: { query: { id } } }) }),
		$input: { all: () => rows.map((json) => ({ json })) },
	};
	const [item] = runInNewContext(`(() => {${String(code)}})()`, context) as [
		{ json: { html: string } },
	];
	return item.json.html;
}

let lastId = 0;
const row = (conversation: string, more: object) => ({
	id: ++lastId,
	rating: `iadvize ${conversation} csat`,
	vendor: 'iadvize',
	conversation,
	channel: 'chat',
	agent: '',
	contact: 'Grace',
	reach: '',
	kind: 'csat',
	score: 5,
	outOf: 5,
	comment: '',
	talk: '',
	trouble: '',
	at: DateTime.utc().toISO(),
	...more,
});
const nps = (conversation: string, score: number) =>
	row(conversation, { rating: `iadvize ${conversation} nps`, kind: 'nps', score, outOf: 10 });

test('without ratings it says so, and asks again', () => {
	expect(pageOf([{}])).toContain('No rating yet.');
	expect(pageOf([{}])).toContain('http-equiv="refresh"');
});

test('a score counts on the scale of its vendor, and the newest answer only', () => {
	const rows = [row('a', { score: 1 }), row('a', { score: 4 }), row('b', { score: 8, outOf: 10 })];
	expect(pageOf(rows)).toContain('id="today">4.00<');
});

test('net promoter scores are not satisfaction: 9 and 10 less 0 to 6', () => {
	const html = pageOf([row('a', {}), nps('b', 10), nps('c', 9), nps('d', 6), nps('e', 7)]);
	expect(html).toContain('NPS <b>25</b> of 4');
	expect(html).toContain('id="today">5.00<');
});

test('the worst are judged each on its own scale', () => {
	const rows = [nps('a', 3), row('b', { score: 2 }), row('c', { score: 1 }), nps('d', 10)];
	const html = pageOf([...rows, row('e', { score: 2.5 }), nps('f', 6), row('g', {})]);
	const worst = Array.from(html.matchAll(/<li><b>([^<]*)/g), ([, shown]) => shown);
	expect(worst).toEqual(['1.0', 'NPS 3', '2.0', '2.5', 'NPS 6']);
});

test('a comment that came by itself stands beside the score of its conversation', () => {
	const comment = { rating: 'iadvize a comment', kind: '', score: null, comment: 'Too slow' };
	expect(pageOf([row('a', { score: 2 }), row('a', comment)])).toContain('Too slow');
});

test.each(['vendor', 'conversation', 'channel', 'agent', 'contact', 'reach', 'comment', 'talk'])(
	'markup in %s is text on both pages',
	(column) => {
		const markup = `"'><img src=x onerror=alert(1)>&lt;`;
		const rows = [row('a', { score: 1, [column]: markup })];
		const html = pageOf(rows) + pageOf(rows, 'iadvize a csat');
		expect(html).not.toContain('<img');
		expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;');
	},
);

test('the link to a conversation leads to it, whatever its ID', () => {
	const rating = 'iadvize "><b>&id=2 csat';
	const html = pageOf([row('a', { score: 1, rating, talk: 'Hello?' })]);
	const [, query = ''] = /href="(\?id=[^"]*)"/.exec(html) ?? [];
	const id = new URLSearchParams(query).get('id') ?? '';
	expect(id).toBe(rating);
	expect(pageOf([row('a', { score: 1, rating, talk: 'Hello?' })], id)).toContain('Hello?');
	expect(pageOf([row('a', {})], 'another')).toContain('There is no such rating');
});
