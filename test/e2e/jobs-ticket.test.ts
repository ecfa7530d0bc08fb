import { vendorsOf } from '../../host/swap';
import { waitFor } from '../../host/wait';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';

jest.setTimeout(60_000);

const TEMPLATE = 'ticket-for-missed-or-bad-conversation';
const rating = vendorsOf('rated');
const stage = jobStage('e2e-jobs-ticket', [...rating, 'swiftsell']);

const zendesk = () => stage().host.backOffice.zendesk;
const tickets = () => zendesk().tickets;
const refused = () =>
	waitFor('a call that Zendesk refuses', 10_000, () => zendesk().requests.length > 0 || undefined);

describe.each(rating)('a ticket at Zendesk, told by %s', (vendor) => {
	let job: Job;
	beforeAll(async () => {
		job = await stage().use(TEMPLATE, vendor, 'rated');
	});

	test('a bad rating opens one, with who it was and what was said, once', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: 1, score: 1 })));
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

	test('a good rating opens none, and a bad one after it of the same conversation one', async () => {
		await job.tell({ conversation: 2, score: 4 });
		expect(tickets()).toEqual([]);
		await job.tell({ conversation: 2, score: 2 });
		await job.tell({ conversation: 2, score: 1 });
		expect(tickets()).toHaveLength(1);
	});

	test('two conversations at the same moment: a ticket each', async () => {
		await job.tell({ conversation: 4, score: 1 }, { conversation: 5, score: 2 });
		expect(new Set(tickets().map((ticket) => ticket.external_id)).size).toBe(2);
	});

	test('Zendesk is down and comes back: one ticket, by itself', async () => {
		zendesk().failure = 503;
		await job.announce({ conversation: 6, score: 1 });
		await refused();
		zendesk().failure = undefined;
		await job.idle();
		expect(await job.lastStatus()).toBe('success');
		expect(tickets()).toHaveLength(1);
	});

	test('Zendesk opened the ticket, and its answer got lost: no second one', async () => {
		const lost = { status: 502, body: 'Bad Gateway' };
		const path = '/api/v2/tickets.json';
		zendesk().faults.add({ method: 'POST', path, late: true, answer: lost });
		await job.tell({ conversation: 7, score: 1 });
		expect(await job.lastStatus()).toBe('success');
		expect(tickets()).toHaveLength(1);
	});

	test('hostile words and addresses stay words', async () => {
		const name = '<script>1</script> {{ 1 + 1 }}\r\nBcc: all@example.com "external_id:*';
		await job.tell({
			conversation: 8,
			score: 1,
			visitor: { name, email: 'x/../grace@example.com' },
		});
		const [ticket] = tickets();
		expect(tickets()).toHaveLength(1);
		expect(ticket?.subject).not.toMatch(/[\r\n]/);
		expect(ticket?.comments[0]?.body).not.toContain('Email:');
		expect(ticket?.comments[0]?.body).toContain('{{ 1 + 1 }}');
	});
});

test('a missed conversation opens a ticket, and a bad rating of the same no second one', async () => {
	const job = await stage().use(TEMPLATE, 'salesiq', 'rated');
	await job.tell({ conversation: 20 });
	await job.tell({ conversation: 20, score: 1 });
	expect(tickets().map(({ subject }) => subject)).toEqual(['Missed conversation: Visitor 20']);
});

test('a net promoter score is judged as one: up to 6 is bad', async () => {
	const job = await stage().use(TEMPLATE, 'iadvize', 'rated');
	await job.tell({ conversation: 30, nps: 7 }, { conversation: 31, nps: 6 });
	expect(tickets().map(({ subject }) => subject)).toEqual(['NPS 6 of 10: Visitor 31']);
});

test.each(['iadvize', 'swiftsell'] as const)(
	'every conversation of %s, if that is selected: a ticket each, once',
	async (vendor) => {
		const job = await stage().use(TEMPLATE, vendor, 'ended', { copy: 'every' });
		await job.tell({ conversation: 40 }, { conversation: 41 });
		await job.tell({ conversation: 40 });
		const subjects = tickets().map(({ subject }) => subject);
		expect(subjects.sort()).toEqual(['Conversation: Visitor 40', 'Conversation: Visitor 41']);
	},
);

test('what Swiftsell said about a visitor at the same moment, stored in two rows, is combined', async () => {
	const job = await stage().use(TEMPLATE, 'swiftsell', 'ended', { copy: 'every' });
	const visitor = { name: '', email: '' };
	await job.tell({ conversation: 50, visitor });
	const { dataTables } = stage().host.rest;
	const table = await dataTables.named('Known Visitors');
	const row = { visitor: 'visitor-51' };
	if (!table) throw new Error('There is no table of visitors');
	await dataTables.add(table, [
		{ ...row, name: 'Visitor 51' },
		{ ...row, email: addressOf(51) },
	]);
	stage().host.backOffice.reset();
	await job.tell({ conversation: 51, visitor });
	expect(tickets().map(({ subject }) => subject)).toEqual(['Conversation: Visitor 51']);
	expect(tickets()[0]?.comments[0]?.body).toContain(`Email: ${addressOf(51)}`);
});
