import { fetch, FormData, ProxyAgent } from 'undici';
import { inBrowser, type Page } from '../../host/browser';
import { openShowroom } from '../../host/showroom';
import { waitFor } from '../../host/wait';
import type { VendorName } from '../../scripts/vendors';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';
import { where, whereNot } from './support/version';

jest.setTimeout(120_000);

const TEMPLATE = 'survey-at-conversation-end';
const vendors: VendorName[] = ['iadvize', 'salesiq', 'swiftsell'];
const stage = jobStage('e2e-jobs-survey', vendors);
const use = (vendor: VendorName, how = {}) => stage().use(TEMPLATE, vendor, 'ended', how);

const inbox = () => stage().host.inbox;
const recipients = () =>
	inbox()
		.mails.map(({ to }) => to)
		.sort();

/** The link of the newest mail to somebody. */
function linkFor(person: number): string {
	const mail = inbox().mails.findLast(({ to }) => to === addressOf(person));
	return /href="([^"]+)"/.exec(mail?.html ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
}

/** Fills in the form as a visitor does, until the ending is there. */
async function fillIn(page: Page, score: string, comment: string): Promise<void> {
	await page.getByText('How satisfied are you?').waitFor();
	await page.getByLabel(score, { exact: true }).check();
	await page.getByLabel('What can we do better?').fill(comment);
	await page.getByRole('button', { name: 'Send' }).click();
	await page.getByText('Got it, thanks').waitFor();
}

/** Answers at the public address. */
async function answer(link: string, score: string, comment: string): Promise<void> {
	const { url: server } = stage().host.proxy;
	await inBrowser({ ignoreHTTPSErrors: true, proxy: { server } }, async (page) => {
		page.setDefaultTimeout(10_000);
		await page.goto(link);
		await fillIn(page, score, comment);
	});
}

/** Sends to the public address what the form would, by other means; gives the status. */
async function post(link: string, score: string, comment = ''): Promise<number> {
	const form = new FormData();
	form.set('field-0', score);
	form.set('field-1', comment);
	const { url, ca } = stage().host.proxy;
	const dispatcher = new ProxyAgent({ uri: url, requestTls: { ca } });
	try {
		const answered = await fetch(link, { method: 'POST', body: form, dispatcher });
		await answered.arrayBuffer();
		return answered.status;
	} finally {
		await dispatcher.close();
	}
}

/** Waits until n8n has worked off an answer: it says 200 before it wakes the execution. */
async function workedOff(link: string): Promise<void> {
	const id = /\/(\d+)/.exec(link)?.[1] ?? '';
	await waitFor(`execution ${id} to go on`, 10_000, async () => {
		const { status } = await stage().host.rest.executions.get(id);
		return !['waiting', 'new', 'running'].includes(status) || undefined;
	});
}

const answersOf = async (person: number) => {
	const { dataTables } = stage().host.rest;
	const table = await dataTables.named('Rated Conversations');
	const rows = table ? await dataTables.rows(table, 100) : [];
	return rows.filter(({ contact }) => contact === addressOf(person));
};

describe.each(vendors)('the survey at the end of a conversation, told by %s', (vendor) => {
	let job: Job;
	const n = (number: number) => 1000 * (vendors.indexOf(vendor) + 1) + number;

	beforeAll(async () => {
		job = await use(vendor);
	});

	test('one email with a link, whose answer is stored with the conversation, once', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: n(1) })));
		await job.tell({ conversation: n(1) });
		expect(await job.lastStatus()).toBe('waiting');
		expect(recipients()).toEqual([addressOf(n(1))]);
		const link = linkFor(n(1));
		await answer(link, '4', 'Quick & kind');
		await workedOff(link);
		expect(await answersOf(n(1))).toMatchObject([{ csat: 4, comment: 'Quick & kind' }]);
		expect((await answersOf(n(1)))[0]?.conversation).toMatch(
			/^(iadvize|zohoSalesIq|swiftsell) \S+/,
		);
		await post(link, '1');
		await job.idle();
		expect(await answersOf(n(1))).toHaveLength(1);
	});

	const tellWhileMailIsDown = async () => {
		inbox().refuseWith = 'closed for a moment';
		await job.announce({ conversation: n(4) });
		await waitFor('a refused mail', 10_000, () => inbox().refused > 0 || undefined);
		inbox().refuseWith = undefined;
		await job.idle();
	};

	where('takesUpARefusedSurvey')(
		'the mail server is down and comes back: one survey, which can be answered',
		async () => {
			await tellWhileMailIsDown();
			expect(recipients()).toEqual([addressOf(n(4))]);
			expect(await post(linkFor(n(4)), '5')).toBe(200);
			await workedOff(linkFor(n(4)));
			expect(await answersOf(n(4))).toMatchObject([{ csat: 5, comment: null }]);
		},
	);

	whereNot('takesUpARefusedSurvey')(
		'the mail server is down: this n8n takes the refused survey for an unanswered one',
		async () => {
			await tellWhileMailIsDown();
			expect(recipients()).toEqual([]);
			expect(await job.lastStatus()).toBe('success');
		},
	);
});

where('signsPathsOnly')(
	'the link that the showroom shows is answered at the local address, ending included',
	async () => {
		const { host } = stage();
		const job = await use('iadvize');
		const showroom = await openShowroom(host);
		try {
			await job.tell({ conversation: 5000 });
			await inBrowser({}, async (page) => {
				page.setDefaultTimeout(10_000);
				await page.goto(showroom.url);
				const opening = page.context().waitForEvent('page');
				await page.locator('#feed').getByRole('link', { name: 'waiting' }).first().click();
				const form = await opening;
				await fillIn(form, '5', 'Seen in the showroom');
				expect(new URL(form.url()).origin).toBe(new URL(host.n8n.url).origin);
			});
		} finally {
			await showroom.stop();
		}
		await workedOff(linkFor(5000));
		expect(await answersOf(5000)).toMatchObject([{ csat: 5, comment: 'Seen in the showroom' }]);
	},
);

describe('an answer that the form does not give', () => {
	test('a score that is not offered is not kept, and nothing is left waiting', async () => {
		const job = await use('iadvize');
		for (const [i, score] of ['999', '0', '4.5', '', '5 or so', '{"5":1}'].entries()) {
			await job.tell({ conversation: 9000 + i });
			await post(linkFor(9000 + i), score);
			await workedOff(linkFor(9000 + i));
			expect(await answersOf(9000 + i)).toEqual([]);
		}
	});

	test('2,000 characters of a 1 MB comment are kept', async () => {
		const job = await use('iadvize');
		await job.tell({ conversation: 9100 });
		expect(await post(linkFor(9100), '3', 'x'.repeat(1_000_000))).toBe(200);
		await workedOff(linkFor(9100));
		expect(await answersOf(9100)).toMatchObject([{ csat: 3, comment: 'x'.repeat(2000) }]);
	});

	test('a changed or guessed link stores nothing, and the genuine one still works', async () => {
		const job = await use('iadvize');
		await job.tell({ conversation: 3200 });
		const link = linkFor(3200);
		const before = await stage().host.rest.executions.count();
		const changed = [
			link.replace(/signature=\w{4}/, 'signature=0000'),
			link.split('?')[0] ?? '',
			link.replace(/\/\d+/, '/999999'),
		];
		for (const one of changed) {
			expect(one).not.toBe(link);
			expect(await post(one, '1', 'x'.repeat(1_000_000))).toBeGreaterThanOrEqual(400);
		}
		expect(await stage().host.rest.executions.count()).toBe(before);
		expect(await answersOf(3200)).toEqual([]);
		expect(await post(link, '2')).toBe(200);
		await workedOff(link);
		expect(await answersOf(3200)).toMatchObject([{ csat: 2 }]);
	});
});

test('n8n is killed while surveys are out: both copies of the file still take their answers', async () => {
	const copies = [await use('iadvize'), await use('iadvize', { copy: 'once more' })];
	for (const [i, job] of copies.entries()) await job.tell({ conversation: 4000 + i });
	const { n8n, rest, owner } = stage().host;
	await n8n.kill();
	await n8n.restart();
	await rest.signIn(owner);
	for (const i of copies.keys()) {
		expect(await post(linkFor(4000 + i), '5')).toBe(200);
		await workedOff(linkFor(4000 + i));
		expect(await answersOf(4000 + i)).toHaveLength(1);
	}
});
