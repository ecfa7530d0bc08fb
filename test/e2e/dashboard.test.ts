import path from 'node:path';
import { inBrowser, type Page } from '../../host/browser';
import { deliver } from '../../host/deliver';
import { waitFor } from '../../host/wait';
import { dashboardUrl } from '../../host/webhooks';
import { jobStage, type Job } from './support/job';

jest.setTimeout(60_000);

const TEMPLATE = 'csat-dashboard';
const vendors = ['iadvize', 'salesiq'] as const;
type Vendor = (typeof vendors)[number];

const HOSTILE = '<img src=x onerror="document.title=1"><script>1</script>';

const stage = jobStage('e2e-dashboard', [...vendors]);
const host = () => stage().host;

const jobs = {} as Record<Vendor, Job>;
let page: string;

beforeAll(async () => {
	// Two vendors, two copies: each shows all ratings on a page of its own.
	const waits = Array.from({ length: 5 }, () => 0.05);
	for (const vendor of vendors) {
		jobs[vendor] = await stage().use(TEMPLATE, vendor, 'rated', { waits });
	}
	const addresses = vendors.map((vendor) =>
		dashboardUrl(host().publicUrl, [jobs[vendor].workflow]),
	);
	expect(new Set(addresses).size).toBe(2);
	page = addresses[0] ?? '';
}, 60_000);

const rate = (vendor: Vendor, conversation: number, score: number) =>
	jobs[vendor].tell({ conversation, score });

/** Opens the page at the public address, as someone who has the login. */
const look = <T>(work: (page: Page) => Promise<T>, how: object = {}) => {
	const { proxy, owner } = host();
	return inBrowser(
		{
			ignoreHTTPSErrors: true,
			viewport: { width: 1100, height: 800 },
			proxy: { server: proxy.url },
			httpCredentials: { username: owner.email, password: owner.password },
			...how,
		},
		async (tab) => {
			tab.setDefaultTimeout(10_000);
			await tab.goto(page);
			return await work(tab);
		},
	);
};

/** Waits until the page, which draws itself anew, says so. */
const untilShown = (page: Page, selector: string, text: string, timeoutMs = 10_000) =>
	waitFor(`${selector} to say ${text}`, timeoutMs, async () => {
		const shown = await page
			.locator(selector)
			.textContent({ timeout: 1000 })
			.catch(() => null);
		return shown?.trim() === text ? true : undefined;
	});

test('no one gets in without the login', async () => {
	const { pathname } = new URL(page);
	for (const query of ['', '?id=1']) {
		const answer = await fetch(`${host().n8n.url}${pathname}${query}`);
		expect(answer.status).toBe(401);
		expect(await answer.text()).not.toContain('satisfaction');
	}
});

test('an empty page says so, and a rating appears on it automatically within five seconds', async () => {
	await look(async (page) => {
		await page.getByText('No rating yet.').waitFor();
		await rate('salesiq', 1, 4);
		await untilShown(page, '#today', '4.00', 5000);
		await rate('iadvize', 2, 1);
		await untilShown(page, '#today', '2.50', 5000);
	});
});

test('average, distribution, channels and the worst five are right', async () => {
	for (const [index, score] of [5, 5, 3].entries()) await rate('iadvize', 10 + index, score);
	for (const [index, score] of [5, 2, 1].entries()) await rate('salesiq', 20 + index, score);
	await look(async (page) => {
		// (4 + 1 + 5 + 5 + 3 + 5 + 2 + 1) / 8
		await untilShown(page, '#today', '3.25');
		const stars = [5, 4, 3, 2, 1].map((star) => page.locator(`#star-${star}`).textContent());
		expect(await Promise.all(stars)).toEqual(['3', '1', '1', '1', '2']);
		// A count of many digits beside the longest bar stays on one line.
		const heightOf = async (star: number) =>
			(await page.locator(`#star-${star}`).boundingBox())?.height;
		await page.evaluate("document.querySelector('#star-5').textContent = '1234'");
		expect(await heightOf(5)).toBe(await heightOf(1));
		const channels = await page.locator('table tr').allInnerTexts();
		expect(channels).toContainEqual(expect.stringMatching(/^iAdvize · chat\s+3\.50\s+4$/));
		expect(channels).toContainEqual(expect.stringMatching(/^Zoho SalesIQ · .*3\.00\s+4$/));
		const worst = await page.locator('.worst li b').allTextContents();
		expect(worst).toEqual(['1.0', '1.0', '2.0', '3.0', '4.0']);
		await page.screenshot({ path: path.join(host().folder, 'dashboard.png'), fullPage: true });
	});
});

test('the same rating again, and several times at once, counts once; a changed mind replaces it', async () => {
	await Promise.all([1, 2, 3].map(() => rate('iadvize', 30, 5)));
	await rate('iadvize', 30, 5);
	await look((page) => untilShown(page, '#month', '3.44'));
	await rate('iadvize', 30, 1);
	await look((page) => untilShown(page, '#month', '3.00'));
});

test('net promoter scores are counted separately, and a comment is next to its score', async () => {
	for (const [index, nps] of [10, 9, 6].entries()) {
		await jobs.iadvize.tell({ conversation: 31 + index, nps });
	}
	await jobs.iadvize.tell({ conversation: 35, score: 2 }, { conversation: 35, comment: HOSTILE });
	await look(async (page) => {
		await page.getByText('NPS 33 of 3').waitFor();
		await page.locator('.worst').getByText(HOSTILE).waitFor();
	});
});

test.each([
	['iadvize', /iAdvize, Visitor 2/],
	['salesiq', /Zoho SalesIQ, Visitor 22/],
])('a bad conversation of %s opens with what was said', async (_vendor, name) => {
	await look(async (page) => {
		await page.getByRole('link', { name }).first().click();
		await page.getByRole('heading', { name: 'Rated conversation' }).waitFor();
		await page.getByText('Where is my order?').waitFor();
	});
});

test('what a visitor writes is text on both pages, never HTML', async () => {
	await jobs.salesiq.tell({
		conversation: 36,
		score: 1,
		comment: HOSTILE,
		visitor: { name: HOSTILE },
	});
	await look(async (page) => {
		const safe = async () => {
			await page.getByText(HOSTILE).first().waitFor();
			expect(await page.locator('main img, main script').count()).toBe(0);
		};
		await safe();
		const said = page
			.locator('.worst li', { hasText: 'Zoho SalesIQ' })
			.filter({ hasText: HOSTILE });
		await said.getByRole('link').click();
		await page.getByRole('heading', { name: 'Rated conversation' }).waitFor();
		await safe();
	});
});

test('iAdvize is down: the rating is there at once, and what was said when iAdvize is back', async () => {
	stage().fail('iadvize', 200);
	await jobs.iadvize.announce({ conversation: 40, score: 1 });
	await look(async (page) => {
		await page.getByRole('link', { name: 'iAdvize, a visitor' }).first().click();
		await page.getByText('The transcript could not be fetched').waitFor();
		stage().fail('iadvize', 0);
		await jobs.iadvize.idle();
		await page.reload();
		await page.getByText('Where is my order?').waitFor();
	});
});

test('a phone in the dark: no sideways scrolling, light on dark', async () => {
	await look(
		async (page) => {
			await page.getByText('The worst five').waitFor();
			const overflow = await page.evaluate(
				'document.documentElement.scrollWidth - document.documentElement.clientWidth',
			);
			expect(overflow).toBe(0);
			const back = await page.evaluate('getComputedStyle(document.body).backgroundColor');
			expect(back).toBe('rgb(17, 21, 28)');
			await page.screenshot({ path: path.join(host().folder, 'dashboard-phone.png') });
		},
		{ viewport: { width: 375, height: 800 }, colorScheme: 'dark' },
	);
});

test('what is sent from the showroom is told as done, though n8n keeps nothing of it', async () => {
	const sent = await deliver(host(), 'iadvize', 'published', (simulator, endpoint) =>
		simulator.send('satisfaction.answered-customerSatisfaction', endpoint),
	);
	const { id } = jobs.iadvize.workflow;
	const own = sent.filter(({ editor }) => editor.endsWith(id));
	expect(own).toMatchObject([{ delivered: true, execution: { status: 'success' } }]);
	expect(await host().rest.executions.list({ workflowId: id, status: ['success'] })).toEqual([]);
});
