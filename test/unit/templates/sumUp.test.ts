import { DateTime } from 'luxon';
import { row, rowOf, sumUp } from '../../support/dashboard';

interface View {
	days: number;
	zone: string;
	groups: { tally: { stars: number[]; nps: number[] } }[];
	trend: { tally: { stars: number[] } }[];
	earlier: { stars: number[] };
	worst: number[];
	comments: number[];
}

const viewOf = (...how: Parameters<typeof sumUp>) => sumUp(...how)[0]?.view as View;
const add = (list: number[]) => list.reduce((sum, count) => sum + count, 0);
const counted = ({ groups }: View) => add(groups.map(({ tally }) => add(tally.stars)));
const NOW = DateTime.fromISO('2026-06-15T12:00:00Z');
const daysAgo = (days: number) => NOW.minus({ days }).toISO();
const packedOf = (rows: object[]) => sumUp(rows, { isHour: true, now: NOW })[0] ?? {};

test('what is packed counts like what is not', () => {
	const rows = [row('a', { at: daysAgo(1) }), row('b', { csat: 2, at: daysAgo(2), nps: 3 })];
	const plain = viewOf(rows, { now: NOW });
	expect(counted(plain)).toBe(2);
	expect(viewOf([{}], { now: NOW, packed: packedOf(rows) })).toEqual(plain);
});

test('what changed since it was packed counts once, as it is now', () => {
	const before = row('a', { csat: 1, at: daysAgo(1) });
	const packed = packedOf([before, row('b', { at: daysAgo(1) })]);
	const view = viewOf([{ ...before, csat: 4, agent: 'Bob' }], { now: NOW, packed });
	expect(view.groups.map(({ tally }) => tally.stars)).toEqual([
		[0, 0, 0, 0, 1],
		[0, 0, 0, 1, 0],
	]);
});

test('two rows of one conversation, left by two events at once, count as one', () => {
	const at = daysAgo(0);
	const view = viewOf([row('a', { csat: 1, at }), row('a', { csat: null, nps: 9, at })], {
		now: NOW,
	});
	expect(counted(view)).toBe(1);
	expect(add(view.groups[0]?.tally.nps ?? [])).toBe(1);
});

test('packing forgets what is older than the longest range', () => {
	const packed = packedOf([row('a', { at: daysAgo(91) }), row('b', { at: daysAgo(89) })]);
	expect((JSON.parse(String(packed.ratings)) as { ratings: unknown[] }).ratings).toHaveLength(1);
});

test.each([
	['1', 1, 5],
	['7', 2, 7],
	['30', 3, 10],
	['90', 4, 13],
	['5000', 3, 10],
	['x', 3, 10],
])('of %s days it counts %i, in %i bars', (days, count, bars) => {
	const rows = [0, 6, 29, 89, 100].map((ago) => row(`${ago}`, { at: daysAgo(ago) }));
	const view = viewOf(rows, { now: NOW, query: { days } });
	expect(counted(view)).toBe(count);
	expect(view.trend).toHaveLength(bars);
	expect(add(view.trend.map(({ tally }) => add(tally.stars)))).toBe(count);
});

test('a day begins where the viewer is', () => {
	const rows = [row('a', { at: '2026-06-14T20:00:00Z' })];
	const today = (zone: string) => counted(viewOf(rows, { now: NOW, query: { days: '1', zone } }));
	expect(today('Europe/Berlin')).toBe(0);
	expect(today('Asia/Kolkata')).toBe(1);
	expect(viewOf(rows, { now: NOW, query: { zone: 'No/Where' } }).zone).toBe('UTC');
});

test('a filter takes what is exactly so, all of them together', () => {
	const at = daysAgo(0);
	const rows = [row('a', { at }), row('b', { at, agent: 'Bob' }), row('c', { at, inbox: 'Help' })];
	const view = (query: Record<string, string>) => counted(viewOf(rows, { now: NOW, query }));
	expect(view({ agent: 'Ada' })).toBe(2);
	expect(view({ agent: 'Ada', inbox: 'Help' })).toBe(1);
	expect(view({ agent: 'Ad' })).toBe(0);
	expect(view({ channel: 'constructor' })).toBe(0);
});

test('the worst are judged each on its own scale, the newest of equals first', () => {
	const rows = [
		row('a', { csat: null, nps: 3 }),
		row('b', { csat: 2, at: daysAgo(1) }),
		row('c', { csat: 2, at: daysAgo(0) }),
		row('d', { csat: null, nps: 10 }),
		row('e', { csat: 1 }),
		row('f', { csat: 5 }),
	].map((one) => ({ ...one, at: one.csat === 2 ? one.at : daysAgo(1) }));
	const names = viewOf(rows, { now: NOW }).worst.map(
		(id) => rows.find((one) => one.id === id)?.conversation,
	);
	expect(names).toEqual(['e', 'a', 'c', 'b', 'd'].map((name) => `iadvize ${name}`));
});

const told = (rating: object, more: object = {}) => ({
	vendor: 'iadvize',
	event: 'rating.given',
	deliveryId: 'd1',
	occurredAt: '2026-01-01T00:00:00.000Z',
	inbox: { id: '1', name: null },
	conversation: { id: 'c1', channel: null },
	agent: { name: null },
	rating: { kind: null, score: null, outOf: null, comment: null, ...rating },
	...more,
});
const completed = {
	agent: { name: 'Ada' },
	contact: { name: 'Grace', email: 'grace@example.com', phone: null },
	conversation: { channel: 'chat' },
	inbox: { name: 'Shop' },
	transcript: [{ text: 'Where is it?', from: 'visitor', name: null }],
};

test('a row says what the event says, on the scale of 5, and leaves the rest as it was', () => {
	const kept = rowOf(told({ kind: 'csat', score: 4, outOf: 10 }), completed);
	expect(kept).toMatchObject({ conversation: 'iadvize c1', csat: 2, agent: 'Ada', inbox: 'Shop' });
	expect(kept).toMatchObject({ talk: 'visitor: Where is it?', reach: 'grace@example.com' });
	expect(Object.keys(kept)).not.toContain('nps');
	const comment = rowOf(told({ comment: 'Too slow' }), completed);
	expect(Object.keys(comment)).not.toContain('csat');
	expect(Object.keys(comment)).not.toContain('talk');
});

test('a rating whose look-up failed is kept, with the reason', () => {
	const kept = rowOf(told({ kind: 'nps', score: 0, outOf: 10 }), { error: 'iAdvize is down' });
	expect(kept).toMatchObject({ nps: 0, trouble: 'iAdvize is down', inbox: '1' });
});

test('of a conversation that only ended nobody is named', () => {
	const kept = rowOf(told({}, { event: 'conversation.closed' }), completed);
	expect(kept).toMatchObject({ ended: '2026-01-01T00:00:00.000Z', channel: 'chat' });
	expect(JSON.stringify(kept)).not.toContain('Grace');
	expect(JSON.stringify(kept)).not.toContain('grace@');
});
