import { promoCodes } from '../../host/promoCodes';
import { waitFor } from '../../host/wait';
import type { VendorName } from '../../scripts/vendors';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';

jest.setTimeout(120_000);

const TEMPLATE = 'promo-code-at-conversation-end';
const vendors: VendorName[] = ['iadvize', 'salesiq', 'swiftsell'];
/** All that was ever sent; kept before the stage clears the inbox. */
const given: { to: string; code?: string }[] = [];
afterEach(() => given.push(...sent()));

const stage = jobStage('e2e-jobs-promo', vendors);
const use = (vendor: VendorName, how = {}) => stage().use(TEMPLATE, vendor, 'ended', how);

const inbox = () => stage().host.inbox;
const sent = () => inbox().mails.map(({ to, text }) => ({ to, code: /CODE-\d+/.exec(text)?.[0] }));
const recipients = () =>
	sent()
		.map(({ to }) => to)
		.sort();

let made = 0;
const addCodes = async (count: number) => {
	const { rest } = stage().host;
	const codes = Array.from({ length: count }, () => ({ code: `CODE-${(made += 1)}` }));
	await rest.dataTables.add(await promoCodes(rest), codes);
};

beforeAll(async () => {
	await promoCodes(stage().host.rest);
});

test('without codes no one gets an email; with codes, those who waited get one automatically', async () => {
	const job = await use('salesiq', { waits: [0.02, 0.2] });
	await job.announce({ conversation: 100 });
	await waitFor('two seconds', 5000, () => (Date.now() % 2000 < 50 ? true : undefined));
	expect(sent()).toEqual([]);
	await addCodes(200);
	await job.idle();
	// SalesIQ calls every workflow that is active.
	await stage().host.rest.workflows.deactivate(job.workflow.id);
	expect(sent()).toEqual([
		{ to: addressOf(100), code: expect.stringMatching(/^CODE-\d+$/) as string },
	]);
});

describe.each(vendors)('a promo code at the end of a conversation, told by %s', (vendor) => {
	let job: Job;
	/** People of one vendor are not those of another. */
	const n = (number: number) => 1000 * (vendors.indexOf(vendor) + 1) + number;
	beforeAll(async () => {
		job = await use(vendor, { copy: 'for everyone' });
	});

	test('one email with one code, however often the vendor calls', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: n(1) })));
		await job.tell({ conversation: n(1) });
		expect(await job.lastError()).toBeUndefined();
		expect(sent()).toEqual([
			{ to: addressOf(n(1)), code: expect.stringMatching(/^CODE-\d+$/) as string },
		]);
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

	test('one mailbox, however its address is written: one code', async () => {
		const name = `grace-${vendor}`;
		const written = [
			`${name}@example.com`,
			`${name.toUpperCase()}@Example.com`,
			`${name}+2@example.com`,
		];
		for (const [i, email] of written.entries())
			await job.tell({ conversation: n(20 + i), visitor: { email } });
		expect(recipients()).toEqual([`${name}@example.com`]);
	});

	test('the mail server is down and comes back: the code goes out once', async () => {
		inbox().refuseWith = 'closed for a moment';
		await job.announce({ conversation: n(12) });
		await waitFor('a refused mail', 10_000, () => inbox().refused > 0 || undefined);
		inbox().refuseWith = undefined;
		await job.idle();
		expect(recipients()).toEqual([addressOf(n(12))]);
	});
});

test('sixty people at the same moment, each reported twice: each gets a code of their own', async () => {
	const job = await use('iadvize', { copy: 'for everyone' });
	const all = Array.from({ length: 60 }, (_, i) => ({ conversation: 9000 + i }));
	await job.tell(...all, ...all);
	expect(recipients()).toEqual(all.map(({ conversation }) => addressOf(conversation)).sort());
});

test('one person at two copies of the file: one code', async () => {
	const [first, second] = await Promise.all([
		use('iadvize', { copy: 'for everyone' }),
		use('iadvize', { copy: 'once more' }),
	]);
	await Promise.all([first.tell({ conversation: 4000 }), second.tell({ conversation: 4000 })]);
	expect(recipients()).toEqual([addressOf(4000)]);
});

test('n8n is killed at work: one click finishes it, with the one code', async () => {
	const job = await use('iadvize', { copy: 'for everyone' });
	const { host } = stage();
	stage().slow('iadvize', 20_000);
	await job.announce({ conversation: 4001 });
	await waitFor('work', 10_000, async () =>
		(await job.lastStatus()) === 'running' ? true : undefined,
	);
	await host.n8n.kill();
	await host.n8n.restart();
	await host.rest.signIn(host.owner);
	await job.retry();
	expect(recipients()).toEqual([addressOf(4001)]);
});

test('no code was ever sent twice, and no one has had two', async () => {
	expect(given.length).toBeGreaterThan(60);
	for (const what of ['to', 'code'] as const)
		expect(new Set(given.map((one) => one[what])).size).toBe(given.length);
	const { rest } = stage().host;
	const rows = await rest.dataTables.rows(await promoCodes(rest), 500);
	const taken = rows.filter(({ contact }) => typeof contact === 'string' && contact !== '');
	const codeOf = new Map(given.map(({ to, code }) => [to, code]));
	// One that was taken by the second of two conversations at once stays unsent.
	expect(taken.filter(({ contact }) => !codeOf.has(String(contact)))).toEqual([]);
});
