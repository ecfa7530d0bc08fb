import { itemsOf } from '../../host/executions';
import { waitFor } from '../../host/wait';
import type { VendorName } from '../../scripts/vendors';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';

jest.setTimeout(120_000);

const TEMPLATE = 'email-at-conversation-end';
const vendors: VendorName[] = ['iadvize', 'salesiq', 'swiftsell'];
const stage = jobStage('e2e-jobs-email', vendors);
const use = (vendor: VendorName, how = {}) => stage().use(TEMPLATE, vendor, 'ended', how);

const PATIENT = 900;
const inbox = () => stage().host.inbox;
const mails = () => inbox().mails.filter(({ to }) => to !== addressOf(PATIENT));
const recipients = () =>
	mails()
		.map(({ to }) => to)
		.sort();
const refusal = () => waitFor('a refused mail', 10_000, () => inbox().refused > 0 || undefined);

let patient: Job;

test('n8n is killed: what waited is still waiting, and what was at work is finished by one click', async () => {
	const { host } = stage();
	patient = await use('iadvize', { copy: 'patient', waits: [1.1] });
	inbox().refuseWith = 'closed for a minute';
	await patient.tell({ conversation: PATIENT });
	expect(await patient.lastStatus()).toBe('waiting');
	inbox().refuseWith = undefined;

	const job = await use('iadvize');
	stage().slow('iadvize', 20_000);
	await job.announce({ conversation: 11 });
	await waitFor('work', 10_000, async () =>
		(await job.lastStatus()) === 'running' ? true : undefined,
	);
	await host.n8n.kill();
	await host.n8n.restart();
	await host.rest.signIn(host.owner);
	expect(await patient.lastStatus()).toBe('waiting');
	expect(await job.lastStatus()).toBe('crashed');
	expect(recipients()).toEqual([]);
	await job.tell({ conversation: 11 });
	expect(recipients()).toEqual([]);
	await job.retry();
	expect(recipients()).toEqual([addressOf(11)]);
});

describe.each(vendors)('the email at the end of a conversation, told by %s', (vendor) => {
	let job: Job;
	beforeAll(async () => {
		job = await use(vendor);
	});

	test('reaches the visitor once, however often the vendor calls, and tells what was said', async () => {
		await job.tell({ conversation: 1 });
		expect(await job.lastError()).toBeUndefined();
		expect(mails()).toMatchObject([{ to: addressOf(1), subject: 'Thank you for talking to us' }]);
		expect(mails()[0]?.text).toMatch(/^Hello .*Visitor/);
		// Swiftsell has no API to ask for what was said.
		const talk = vendor === 'swiftsell' ? '' : 'What we talked about:\nYou: Where is my order?';
		expect(mails()[0]?.text).toContain(talk);
		await job.tell({ conversation: 1 });
		expect(recipients()).toEqual([addressOf(1)]);
	});

	test('the same call several times at the same moment: one email', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: 2 })));
		expect(recipients()).toEqual([addressOf(2)]);
	});

	test('without an address, no email and no failure', async () => {
		await job.tell({ conversation: 5, anonymous: true });
		expect(await job.lastStatus()).toBe('success');
		expect(recipients()).toEqual([]);
	});

	test('the mail server is down and comes back: one email, by itself', async () => {
		inbox().refuseWith = 'closed for a moment';
		await job.announce({ conversation: 6 });
		await refusal();
		inbox().refuseWith = undefined;
		await job.idle();
		expect(await job.lastStatus()).toBe('success');
		expect(recipients()).toEqual([addressOf(6)]);
	});
});

test('the vendor is down and comes back: one email, by itself', async () => {
	const job = await use('iadvize');
	// Each way to the visitor, and what was said.
	stage().fail('iadvize', 3);
	await job.tell({ conversation: 12 });
	expect(await job.lastStatus()).toBe('success');
	expect(recipients()).toEqual([addressOf(12)]);
});

test('the mail server stays down: red after six tries, and finished with one more try by a click', async () => {
	const job = await use('iadvize', { copy: 'of little patience' });
	inbox().refuseWith = 'closed for today';
	await job.tell({ conversation: 13 });
	expect(await job.lastStatus()).toBe('error');
	expect(inbox().refused).toBe(6);
	inbox().refuseWith = undefined;
	await job.retry();
	expect(recipients()).toEqual([addressOf(13)]);
});

test('sixty conversations at the same moment, each told twice: an email each', async () => {
	const job = await use('iadvize');
	const all = Array.from({ length: 60 }, (_, i) => ({ conversation: 100 + i }));
	await job.tell(...all, ...all);
	expect(recipients()).toEqual(all.map(({ conversation }) => addressOf(conversation)).sort());
});

test('two copies of the file side by side: each writes its own email', async () => {
	const [first, second] = [await use('iadvize'), await use('iadvize', { copy: 'once more' })];
	await Promise.all([first.tell({ conversation: 20 }), second.tell({ conversation: 20 })]);
	expect(recipients()).toEqual([addressOf(20), addressOf(20)]);
});

test('as imported, only visitors who have consented get an email', async () => {
	const job = await use('iadvize', { copy: 'as imported', change: (imported: object) => imported });
	const answers = [undefined, false, 'no', '', 'untrue', true, 'True'];
	await job.tell(...answers.map((consent, i) => ({ conversation: 30 + i, consent })));
	expect(recipients()).toEqual([addressOf(35), addressOf(36)]);
});

test.each(vendors)(
	'one address gets three emails a day, whatever is started in its name at %s',
	async (vendor) => {
		const job = await use(vendor);
		for (let i = 0; i < 5; i += 1) await job.tell({ conversation: 40 + i, person: 40 });
		expect(recipients()).toEqual(Array.from({ length: 3 }, () => addressOf(40)));
	},
);

test('what waited while n8n was killed is sent when its time has come', async () => {
	const { rest } = stage().host;
	const ended = await waitFor('the end of the wait', 100_000, async () => {
		const [execution] = await rest.executions.list({ workflowId: patient.workflow.id }, 1);
		return execution?.status === 'success' ? await rest.executions.get(execution.id) : undefined;
	});
	expect(itemsOf(ended, 'Send Email')).toMatchObject([{ accepted: [addressOf(PATIENT)] }]);
});
