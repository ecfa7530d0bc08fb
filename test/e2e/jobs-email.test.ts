import { waitFor } from '../../host/wait';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';
import { vendorsOf } from './support/swap';

jest.setTimeout(60_000);

const vendors = vendorsOf('ended');
const LIST = 'Emails at Conversation End';
const stage = jobStage('e2e-jobs-email', vendors);

const recipients = () =>
	stage()
		.host.inbox.mails.map(({ to }) => to)
		.sort();

describe.each(vendors)('the email at the end of a conversation, told by %s', (vendor) => {
	let job: Job;
	beforeAll(async () => {
		job = await stage().use('email-at-conversation-end', vendor, 'ended');
	});

	test('reaches the visitor once, however often the vendor calls', async () => {
		await job.tell({ conversation: 1 });
		expect(await job.lastError()).toBeUndefined();
		expect(stage().host.inbox.mails).toMatchObject([
			{ to: addressOf(1), subject: 'Thank you for talking to us' },
		]);
		expect(stage().host.inbox.mails[0]?.text).toMatch(/^Hello .*Visitor/);
		await job.tell({ conversation: 1 });
		expect(recipients()).toEqual([addressOf(1)]);
	});

	test('tells what was talked about, where the vendor tells it', async () => {
		await job.tell({ conversation: 7 });
		const talk = 'What we talked about:\nYou: Where is my order?';
		if (vendor === 'swiftsell')
			expect(stage().host.inbox.mails[0]?.text).not.toContain('talked about:');
		else expect(stage().host.inbox.mails[0]?.text).toContain(talk);
	});

	test('the same call several times at the same moment: one email', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: 2 })));
		expect(recipients()).toEqual([addressOf(2)]);
	});

	test('two conversations at the same moment: one email each', async () => {
		await job.tell({ conversation: 3 }, { conversation: 4 });
		expect(recipients()).toEqual([addressOf(3), addressOf(4)]);
	});

	test('no address, no email, and no failure', async () => {
		await job.tell({ conversation: 5, anonymous: true });
		expect(await job.lastError()).toBeUndefined();
		expect(recipients()).toEqual([]);
	});

	test('the mail server is down: the failure is told, and made good once', async () => {
		stage().host.inbox.refuseWith = 'closed for today';
		await job.tell({ conversation: 6 });
		expect(await job.lastError()).toContain('closed for today');
		await job.tryAgain();
		expect(recipients()).toEqual([]);
		stage().host.inbox.refuseWith = undefined;
		await job.tryAgain();
		expect(recipients()).toEqual([addressOf(6)]);
		await job.tryAgain();
		expect(recipients()).toEqual([addressOf(6)]);
	});
});

test('with a field for consent, only who has consented gets an email', async () => {
	const use = (consentField: string) =>
		stage().use('email-at-conversation-end', 'iadvize', 'ended', { consentField });
	await (await use('payload.newsletter')).tell({ conversation: 8 });
	expect(recipients()).toEqual([]);
	await (await use("payload.channel == 'CALL'")).tell({ conversation: 9 });
	expect(recipients()).toEqual([]);
	await (await use("payload.channel == 'CHAT'")).tell({ conversation: 10 });
	expect(recipients()).toEqual([addressOf(10)]);
});

test('after five more tries the row waits with its error for somebody who sets its tries to 0', async () => {
	const job = await stage().use('email-at-conversation-end', 'iadvize', 'ended');
	const { inbox, rest } = stage().host;
	inbox.refuseWith = 'closed for good';
	await job.tell({ conversation: 12 });
	for (let tries = 1; tries <= 5; tries += 1) await job.tryAgain();
	inbox.refuseWith = undefined;
	await job.tryAgain();
	expect(recipients()).toEqual([]);

	const [list] = (await rest.dataTables.list()).filter(({ name }) => name === LIST);
	const [row] = list ? await rest.dataTables.rows(list, 1) : [];
	expect(row).toMatchObject({
		tries: 5,
		error: expect.stringContaining('closed for good') as string,
	});
	if (list && row) await rest.dataTables.update(list, row.id, { tries: 0 });
	await job.tryAgain();
	expect(recipients()).toEqual([addressOf(12)]);
});

test('n8n is killed at work: the job is not lost, and the email goes out once', async () => {
	const job = await stage().use('email-at-conversation-end', 'iadvize', 'ended');
	const { host } = stage();
	stage().slow('iadvize', 20_000);
	void job.tell({ conversation: 11 }).catch(() => undefined);
	const mine = await waitFor('the row of the job', 10_000, async () => {
		const { dataTables } = host.rest;
		const [list] = (await dataTables.list()).filter(({ name }) => name === LIST);
		const [row] = list ? await dataTables.rows(list, 1) : [];
		return list && row && String(row.event).includes('00000011') ? { list, row } : undefined;
	});
	await host.n8n.kill();
	await host.n8n.restart();
	await host.rest.signIn(host.owner);
	await job.tryAgain();
	expect(recipients()).toEqual([]);
	// An hour later.
	await host.rest.dataTables.update(mine.list, mine.row.id, { due: new Date().toISOString() });
	await job.tryAgain();
	await job.tryAgain();
	expect(recipients()).toEqual([addressOf(11)]);
});
