import { inBrowser } from '../../host/browser';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';
import { vendorsOf } from './support/swap';

jest.setTimeout(60_000);

const vendors = vendorsOf('ended');
const stage = jobStage('e2e-jobs-survey', vendors);

const mails = () => stage().host.inbox.mails;

/** The link of the newest mail. */
const linkIn = (text = mails().at(-1)?.text ?? '') =>
	/https:\/\/\S+\/form\/conversation-survey\?token=\w+/.exec(text)?.[0] ?? '';

/** Fills in the form as a visitor does, at the public address; gives what the page says then. */
async function answer(link: string, score: string, comment: string): Promise<string> {
	const { url: server } = stage().host.proxy;
	return await inBrowser({ ignoreHTTPSErrors: true, proxy: { server } }, async (page) => {
		page.setDefaultTimeout(10_000);
		await page.goto(link);
		await page.getByText('How content are you?').waitFor();
		await page.getByLabel(score, { exact: true }).check();
		await page.getByLabel('What can we do better?').fill(comment);
		await page.getByRole('button', { name: 'Send' }).click();
		await page.getByText(/Your answer has arrived|The link has been used/).waitFor();
		return await page.locator('body').innerText();
	});
}

const surveys = async () => {
	const { dataTables } = stage().host.rest;
	const table = (await dataTables.list()).find(({ name }) => name === 'Conversation Surveys');
	return table ? await dataTables.rows(table, 100) : [];
};

describe.each(vendors)('the survey at the end of a conversation, told by %s', (vendor) => {
	let job: Job;
	const n = (number: number) => 1000 * (vendors.indexOf(vendor) + 1) + number;
	const rowOf = async (person: number) =>
		(await surveys()).filter(({ email }) => email === addressOf(person));

	beforeAll(async () => {
		// All of them have the one form at the same address.
		for (const one of await stage().host.rest.workflows.list()) {
			if (one.active) await stage().host.rest.workflows.deactivate(one.id);
		}
		job = await stage().use('survey-at-conversation-end', vendor, 'ended');
	});

	test('one email with a link, whose answer is kept beside the conversation, once', async () => {
		await job.tell({ conversation: n(1) });
		await job.tell({ conversation: n(1) });
		expect(await job.lastError()).toBeUndefined();
		expect(mails()).toMatchObject([{ to: addressOf(n(1)) }]);
		const link = linkIn();
		expect(await answer(link, '4', 'Quick & kind')).toContain('Thank you');
		expect(await answer(link, '1', 'Again')).toContain('This survey is closed');
		expect(await rowOf(n(1))).toMatchObject([{ score: 4, comment: 'Quick & kind' }]);
	});

	test('two conversations at the same moment: a survey each', async () => {
		await job.tell({ conversation: n(2) }, { conversation: n(3) });
		expect(
			mails()
				.map(({ to }) => to)
				.sort(),
		).toEqual([addressOf(n(2)), addressOf(n(3))]);
		const [first, second] = mails().map(({ text }) => linkIn(text));
		expect(first).not.toBe(second);
	});

	test('the mail server is down: the survey is sent later, once, and can be answered', async () => {
		stage().host.inbox.refuseWith = 'closed for today';
		await job.tell({ conversation: n(4) });
		expect(await job.lastError()).toContain('closed for today');
		stage().host.inbox.refuseWith = undefined;
		await job.tryAgain();
		await job.tryAgain();
		expect(mails()).toMatchObject([{ to: addressOf(n(4)) }]);
		await answer(linkIn(), '5', '');
		expect(await rowOf(n(4))).toMatchObject([{ score: 5 }]);
	});

	test('a score that the form does not offer changes nothing', async () => {
		await job.tell({ conversation: n(6) });
		const token = new URL(linkIn()).searchParams.get('token') ?? '';
		for (const score of ['999', '0', '4.5', '', '5 or so', '["7","1"]']) {
			const form = new FormData();
			form.set('field-0', score.startsWith('[') ? score : JSON.stringify([score]));
			form.set('field-2', token);
			const address = `${stage().host.n8n.url}/form/conversation-survey`;
			const before = await stage().host.rest.executions.count({ workflowId: job.workflow.id });
			const answered = await fetch(address, { method: 'POST', body: form });
			await answered.arrayBuffer();
			await stage().host.rest.executions.waitFor(job.workflow.id, before);
		}
		expect(await rowOf(n(6))).toMatchObject([{ score: null, answered: null }]);
		await answer(linkIn(), '3', '');
		expect(await rowOf(n(6))).toMatchObject([{ score: 3 }]);
	});

	test('a guessed or missing token changes nothing', async () => {
		await job.tell({ conversation: n(5) });
		const link = linkIn();
		const guessed = link.replace(/token=\w+/, `token=${'0'.repeat(32)}`);
		expect(await answer(guessed, '1', 'Guessed')).toContain('This survey is closed');
		expect(await answer(link.replace(/token=\w+/, ''), '1', 'None')).toContain('closed');
		expect(await rowOf(n(5))).toMatchObject([{ score: null }]);
	});
});
