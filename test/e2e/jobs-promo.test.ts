import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';
import { vendorsOf } from './support/swap';

jest.setTimeout(60_000);

const vendors = vendorsOf('ended');
const TEMPLATE = 'promo-code-at-conversation-end';
const stage = jobStage('e2e-jobs-promo', vendors);

const sent = () =>
	stage().host.inbox.mails.map(({ to, text }) => ({ to, code: /CODE-\d+/.exec(text)?.[0] }));
const recipients = () =>
	sent()
		.map(({ to }) => to)
		.sort();

const addCodes = async (count: number) => {
	const { dataTables } = stage().host.rest;
	const table = (await dataTables.list()).find(({ name }) => name === 'Promo Codes');
	if (!table) throw new Error('The workflow has made no table of codes');
	const codes = Array.from({ length: count }, () => ({ code: `CODE-${(made += 1)}` }));
	await dataTables.add(table, codes);
};
let made = 0;

test('without codes nobody gets an email; with codes, those who waited get theirs', async () => {
	const job = await stage().use(TEMPLATE, 'salesiq', 'ended');
	await job.tell({ conversation: 100 });
	expect(await job.lastError()).toContain('No promo code is left');
	expect(sent()).toEqual([]);
	await addCodes(100);
	await job.tryAgain();
	expect(sent()).toEqual([{ to: addressOf(100), code: 'CODE-1' }]);
});

describe.each(vendors)('a promo code at the end of a conversation, told by %s', (vendor) => {
	let job: Job;
	/** People of one vendor are not those of another. */
	const n = (number: number) => 1000 * (vendors.indexOf(vendor) + 1) + number;
	beforeAll(async () => {
		job = await stage().use(TEMPLATE, vendor, 'ended');
	});

	test('one email with one code, however often the vendor calls', async () => {
		await job.tell({ conversation: n(1) });
		await job.tell({ conversation: n(1) });
		expect(await job.lastError()).toBeUndefined();
		expect(sent()).toMatchObject([{ to: addressOf(n(1)), code: /CODE-\d+/ }]);
	});

	test('the same call several times at the same moment: one code', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: n(2) })));
		expect(recipients()).toEqual([addressOf(n(2))]);
	});

	test('several people at the same moment: each a code of their own', async () => {
		const people = [3, 4, 5, 6].map(n);
		await job.tell(...people.map((conversation) => ({ conversation })));
		expect(recipients()).toEqual(people.map(addressOf));
		expect(new Set(sent().map(({ code }) => code)).size).toBe(people.length);
	});

	test('several conversations of one person at the same moment: one code', async () => {
		const conversations = [7, 8, 9, 10].map((number) => ({
			conversation: n(number),
			person: n(7),
		}));
		await job.tell(...conversations);
		expect(recipients()).toEqual([addressOf(n(7))]);
		await job.tell({ conversation: n(11), person: n(7) });
		expect(recipients()).toEqual([addressOf(n(7))]);
	});

	test('the mail server is down: later the same code goes out, once', async () => {
		stage().host.inbox.refuseWith = 'closed for today';
		await job.tell({ conversation: n(12) });
		expect(await job.lastError()).toContain('closed for today');
		await job.tryAgain();
		stage().host.inbox.refuseWith = undefined;
		await job.tryAgain();
		await job.tryAgain();
		expect(recipients()).toEqual([addressOf(n(12))]);
	});
});

test('no code was ever given to two people, and no person has two', async () => {
	const { dataTables } = stage().host.rest;
	const table = (await dataTables.list()).find(({ name }) => name === 'Promo Codes');
	const rows = table ? await dataTables.rows(table, 200) : [];
	const given = rows.filter(({ contact }) => typeof contact === 'string' && contact !== '');
	expect(given.length).toBeGreaterThan(10);
	expect(new Set(given.map(({ code }) => code)).size).toBe(given.length);
});
