import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { answerOf, row } from '../../support/dashboard';

type Visit = Parameters<typeof answerOf>[1];
const pageOf = (rows: object[], visit?: Visit) => answerOf(rows, visit).body ?? '';
const big = (html: string, section: string) =>
	new RegExp(`id="${section}".*?class="big">([^<]*)<`, 's').exec(html)?.[1];

test('without ratings it says so', () => {
	expect(pageOf([{}])).toContain('No rating yet.');
});

test('CSAT is the share of 4 and 5, with the average beside it', () => {
	const html = pageOf([row('a'), row('b', { csat: 4 }), row('c', { csat: 2 })]);
	expect(big(html, 'csat')).toBe('67 %');
	expect(html).toContain('3 ratings, average <b>3.67</b> of 5');
});

test('NPS is 9 and 10 less 0 to 6, from -100 to 100, and no satisfaction', () => {
	const nps = [10, 9, 6, 7].map((score, i) => row(String(i), { csat: null, nps: score }));
	expect(big(pageOf(nps), 'nps')).toBe('25');
	expect(big(pageOf(nps), 'csat')).toBe('–');
	expect(big(pageOf([row('a', { nps: 0 })]), 'nps')).toBe('−100');
});

test('the response rate is known once it is heard when conversations end', () => {
	const ended = { ended: DateTime.utc().toISO() };
	expect(big(pageOf([row('a')]), 'response')).toBe('–');
	const html = pageOf([row('a', ended), row('b', { ...ended, csat: null }), row('c')]);
	expect(big(html, 'response')).toBe('50 %');
	expect(html).toContain('1 of 2 conversations');
});

test('the bars of the trend are as high as their values, on an axis to 100', () => {
	const html = pageOf([row('a'), row('b', { csat: 1 }), row('c', { csat: 1 }), row('d')]);
	const [, chart = ''] = /<svg(.*)<\/svg>/s.exec(html) ?? [];
	const [, y0 = '', high = ''] = /<rect [^>]*y="([\d.]+)" height="([\d.]+)"/.exec(chart) ?? [];
	const [top, bottom] = Array.from(chart.matchAll(/<line [^>]*y1="([\d.]+)"/g), ([, y]) =>
		Number(y),
	)
		.sort((a, b) => a - b)
		.filter((_y, i) => i !== 1);
	expect(Number(high)).toBeCloseTo(((bottom ?? 0) - (top ?? 0)) / 2);
	expect(Number(y0) + Number(high)).toBeCloseTo(bottom ?? 0);
	expect(chart).toMatch(/>0<.*>50<.*>100</s);
	expect(chart).toContain('class="value"');
});

const HOSTILE = `"'><img src=x onerror=alert(1)>&lt;`;
test.each(['vendor', 'channel', 'inbox', 'agent', 'contact', 'reach', 'comment', 'talk'])(
	'markup in %s is text on both pages',
	(column) => {
		const rows = [row('a', { csat: 1, [column]: HOSTILE })];
		const query = { id: String(rows[0]?.id) };
		const html = pageOf(rows) + pageOf(rows, { query });
		expect(html).not.toContain('<img');
		expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;');
	},
);

test('markup in the address is no markup either', () => {
	const rows = [row('a')];
	for (const name of ['vendor', 'agent', 'zone', 'days', 'id']) {
		expect(pageOf(rows, { query: { [name]: HOSTILE } })).not.toContain('<img');
	}
});

test('names are isolated, so that one from right to left turns nothing around it', () => {
	const html = pageOf([row('a', { agent: 'דנה', contact: 'ليلى', csat: 1 })]);
	expect(html).toContain('<bdi>דנה</bdi>');
	expect(html).toContain('<bdi>ليلى</bdi>');
});

test('no script runs but that of the page', () => {
	const html = pageOf([row('a')]);
	const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
	const hash = createHash('sha256').update(script).digest('base64');
	expect(script).not.toBe('');
	expect(html).toContain(`script-src 'sha256-${hash}'`);
});

test('the link of a bad rating opens it, and says what was said', () => {
	const rows = [row('a', { csat: 1, talk: 'visitor: Hello?' })];
	const [, link = ''] = /href="(\?[^"]*id=\d+)"/.exec(pageOf(rows)) ?? [];
	const query = Object.fromEntries(new URLSearchParams(link.replaceAll('&#38;', '&')));
	expect(pageOf(rows, { query })).toContain('visitor: Hello?');
	expect(pageOf(rows, { query: { id: '99999' } })).toContain('There is no such rating');
});

test('a table of names shows twenty and says how many more there are', () => {
	const rows = Array.from({ length: 25 }, (_none, i) => row(String(i), { agent: `Agent ${i}` }));
	expect(pageOf(rows)).toContain('and 5 more');
});

test('a file of numbers has no formula in it', () => {
	const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'Ada "A"', 'a,b'];
	const rows = names.map((agent, i) => row(String(i), { agent, at: '2026-01-02T03:04:00.000Z' }));
	const now = DateTime.fromISO('2026-01-02T12:00:00Z');
	const { body, type, disposition } = answerOf(rows, { query: { csv: '1' }, now });
	expect(type).toBe('text/csv; charset=utf-8');
	expect(disposition).toContain('attachment');
	const [head, ...lines] = (body ?? '').split('\r\n');
	expect(head).toBe('at,vendor,channel,inbox,agent,csat of 5,nps of 10,ended');
	const start = '2026-01-02T03:04:00.000Z,"iadvize","chat","Shop"';
	expect(lines).toEqual([
		`${start},"'=1+1",5,,0`,
		`${start},"'+1",5,,0`,
		`${start},"'-1",5,,0`,
		`${start},"'@SUM(A1)",5,,0`,
		`${start},"'\t=1",5,,0`,
		`${start},"Ada ""A""",5,,0`,
		`${start},"a,b",5,,0`,
	]);
});
