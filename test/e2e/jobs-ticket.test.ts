import { jobStage, type Job } from './support/job';
import { vendorsOf } from './support/swap';

jest.setTimeout(60_000);

const vendors = vendorsOf('missed or rated');
const TEMPLATE = 'ticket-for-missed-or-bad-conversation';
const stage = jobStage('e2e-jobs-ticket', vendors);

const zendesk = () => stage().host.backOffice.zendesk;
const tickets = () => zendesk().tickets;

describe.each(vendors)('a ticket at Zendesk, told by %s', (vendor) => {
	let job: Job;
	beforeAll(async () => {
		job = await stage().use(TEMPLATE, vendor, 'missed or rated');
	});

	test('a bad rating opens one, with who it was and what was said, once', async () => {
		await job.tell({ conversation: 1, score: 1 });
		await job.tell({ conversation: 1, score: 1 });
		expect(await job.lastError()).toBeUndefined();
		expect(tickets()).toHaveLength(1);
		const [ticket] = tickets();
		expect(ticket?.subject).toMatch(/^Rated 1.*Visitor/);
		expect(ticket?.tags).toEqual(['conversation']);
		const text = ticket?.comments[0]?.body ?? '';
		expect(text).toContain('Email: visitor-1@example.com');
		expect(text).toMatch(/: Where is my order\?\n.*: On its way/);
	});

	test('a good rating opens none', async () => {
		await job.tell({ conversation: 2, score: 4 });
		expect(tickets()).toEqual([]);
	});

	test('the same call several times at the same moment: one ticket', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: 3, score: 2 })));
		expect(tickets()).toHaveLength(1);
	});

	test('two conversations at the same moment: a ticket each', async () => {
		await job.tell({ conversation: 4, score: 1 }, { conversation: 5, score: 2 });
		expect(new Set(tickets().map((ticket) => ticket.external_id)).size).toBe(2);
	});

	test('Zendesk is down: the ticket is opened later, once', async () => {
		zendesk().failure = 503;
		await job.tell({ conversation: 6, score: 1 });
		expect(await job.lastError()).toContain('"Ticket Jobs"');
		zendesk().failure = undefined;
		await job.tryAgain();
		await job.tryAgain();
		expect(tickets()).toHaveLength(1);
	});

	test('Zendesk opened the ticket, and its answer got lost: no second one', async () => {
		const lost = { status: 502, body: 'Bad Gateway' };
		zendesk().faults.add({
			method: 'POST',
			path: '/api/v2/tickets.json',
			late: true,
			answer: lost,
		});
		await job.tell({ conversation: 7, score: 1 });
		expect(await job.lastError()).toContain('"Ticket Jobs"');
		await job.tryAgain();
		expect(await job.lastError()).toBeUndefined();
		expect(tickets()).toHaveLength(1);
	});
});

describe('a missed conversation, told by salesiq', () => {
	test('opens a ticket, and a bad rating of the same conversation no second one', async () => {
		const job = await stage().use(TEMPLATE, 'salesiq', 'missed or rated');
		await job.tell({ conversation: 20 });
		await job.tell({ conversation: 20, score: 1 });
		expect(tickets().map(({ subject }) => subject)).toEqual(['Missed conversation: Visitor 20']);
	});
});
