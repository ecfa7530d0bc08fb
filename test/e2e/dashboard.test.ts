import path from 'node:path';
import { z } from 'zod';
import { inBrowser, type Page } from '../../host/browser';
import { deliver } from '../../host/deliver';
import type { Change } from '../../host/templates';
import { waitFor } from '../../host/wait';
import { dashboardUrl } from '../../host/webhooks';
import { jobStage, type Job } from './support/job';

jest.setTimeout(90_000);

const TEMPLATE = 'csat-dashboard';
const vendors = ['iadvize', 'salesiq'] as const;
type Vendor = (typeof vendors)[number];

const packed = z.object({ ratings: z.array(z.unknown()).optional() });

const HOSTILE = '<img src=x onerror="document.title=1"><script>1</script>';

const stage = jobStage('e2e-dashboard', [...vendors]);
const host = () => stage().host;

const jobs = {} as Record<Vendor, Job>;
let page: string;

/** An hour of two seconds, so that what is packed is counted all along. */
const oftenPacked: Change = (imported) => ({
	...imported,
	nodes: imported.nodes.map((node) =>
		node.name === 'Every Hour'
			? {
					...node,
					parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } },
				}
			: node,
	),
});

beforeAll(async () => {
	// Two vendors, two copies: each shows all ratings on a page of its own.
	const waits = Array.from({ length: 5 }, () => 0.05);
	for (const vendor of vendors) {
		const change: Change = vendor === 'iadvize' ? oftenPacked : (imported) => imported;
		jobs[vendor] = await stage().use(TEMPLATE, vendor, 'rated', { waits, change });
	}
	const addresses = vendors.map((vendor) =>
		dashboardUrl(host().publicUrl, [jobs[vendor].workflow]),
	);
	expect(new Set(addresses).size).toBe(2);
	page = addresses[0] ?? '';
}, 90_000);

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
			tab.setDefaultTimeout(20_000);
			await tab.goto(page);
			return await work(tab);
		},
	);
};

/** Waits until the page says so, which it does without being loaded again. */
const untilShown = (page: Page, selector: string, text: string | RegExp, timeoutMs = 20_000) =>
	page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: timeoutMs });

/** What the page says of all ratings. */
const average = (page: Page, text: string, timeoutMs?: number) =>
	untilShown(page, '#csat', new RegExp(`average ${text} of 5`), timeoutMs);

test('no one gets in without the login, nor without the token of a page', async () => {
	const { pathname } = new URL(page);
	const live = `/webhook/${jobs.iadvize.workflow.id}-live`;
	for (const address of [pathname, `${pathname}?id=1`, `${pathname}?csv=1`, live]) {
		const answer = await fetch(`${host().n8n.url}${address}`);
		expect({ address, status: answer.status }).toEqual({ address, status: 401 });
		expect(await answer.text()).not.toContain('satisfaction');
	}
	const headers = { authorization: 'Bearer e30.e30.e30', origin: 'null' };
	const answer = await fetch(`${host().n8n.url}${live}`, { headers });
	expect(answer.status).toBe(403);
	// A page of a stranger must not read with the viewer's login what it cannot read without.
	expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

test('an empty page says so, and a rating appears on it automatically within five seconds', async () => {
	await look(async (page) => {
		await page.getByText('No rating yet.').waitFor();
		await rate('salesiq', 1, 4);
		await average(page, '4.00', 5000);
		await rate('iadvize', 2, 1);
		await average(page, '2.50', 5000);
	});
});

test('the page is updated without taking focus and selection away', async () => {
	await look(async (page) => {
		await page.evaluate('window.isSame = true');
		await page.locator('nav a').first().focus();
		await page.evaluate(
			"getSelection().selectAllChildren(document.querySelector('#worst li:first-child b'))",
		);
		const selected = String(await page.evaluate('String(getSelection())'));
		expect(selected).not.toBe('');
		await rate('iadvize', 3, 3);
		await average(page, '2.67');
		expect(await page.evaluate('String(getSelection())')).toBe(selected);
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Today');
		expect(await page.evaluate('window.isSame')).toBe(true);
		await untilShown(page, '#age', /^Updated \d+ s ago$/);
	});
});

test('CSAT, distribution, breakdowns and the worst five are right', async () => {
	for (const [index, score] of [5, 5].entries()) await rate('iadvize', 10 + index, score);
	for (const [index, score] of [5, 2, 1].entries()) await rate('salesiq', 20 + index, score);
	await look(async (page) => {
		// (4 + 1 + 3 + 5 + 5 + 5 + 2 + 1) / 8
		await average(page, '3.25');
		expect(await page.locator('#csat .big').textContent()).toBe('50 %');
		const counts = await page.locator('#stars b').allTextContents();
		expect(counts).toEqual(['3', '1', '1', '1', '2']);
		const widths = page.locator('#stars i');
		const wide = async (n: number) => (await widths.nth(n).boundingBox())?.width ?? 0;
		expect((await wide(0)) / (await wide(1))).toBeCloseTo(3, 1);
		const channels = await page.locator('#vendor tr').allInnerTexts();
		expect(channels).toContainEqual(expect.stringMatching(/^iAdvize · chat\s+50 %\s+3\.50\s+4/));
		expect(channels).toContainEqual(expect.stringMatching(/^Zoho SalesIQ · .*50 %\s+3\.00\s+4/));
		const worst = await page.locator('#worst li b').allTextContents();
		expect(worst).toEqual(['1.0', '1.0', '2.0', '3.0', '4.0']);
		await page.screenshot({ path: path.join(host().folder, 'dashboard.png'), fullPage: true });
	});
});

test('a filter and a range are kept, and lead to what they say', async () => {
	await look(async (page) => {
		await page.getByLabel('Vendor').selectOption('iAdvize');
		await page.getByRole('button', { name: 'Show' }).click();
		await average(page, '3.50');
		await page.getByRole('link', { name: 'Today' }).click();
		await average(page, '3.50');
		expect(await page.getByLabel('Vendor').inputValue()).toBe('iadvize');
		expect(page.url()).toContain('days=1');
	});
});

test('the time is that of the viewer', async () => {
	await look((page) => untilShown(page, 'footer', 'Asia/Tokyo'), { timezoneId: 'Asia/Tokyo' });
	await look((page) => untilShown(page, 'footer', 'America/Lima'), { timezoneId: 'America/Lima' });
});

test('the numbers come as a file', async () => {
	await look(async (page) => {
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'CSV' }).click();
		const file = await (await download).createReadStream();
		const text = Buffer.concat(await file.toArray()).toString();
		expect((await download).suggestedFilename()).toBe('ratings.csv');
		expect(text.split('\r\n')).toHaveLength(9);
		expect(text).toMatch(/"iadvize","chat",.*,5,,0/);
	});
});

test('the same rating again, and several times at once, counts once; a changed mind replaces it', async () => {
	await Promise.all([1, 2, 3].map(() => rate('iadvize', 30, 5)));
	await rate('iadvize', 30, 5);
	await look((page) => average(page, '3.44'));
	await rate('iadvize', 30, 1);
	await look((page) => average(page, '3.00'));
});

test('net promoter scores are counted separately, and a comment is next to its score', async () => {
	for (const [index, nps] of [10, 9, 6].entries()) {
		await jobs.iadvize.tell({ conversation: 31 + index, nps });
	}
	await jobs.iadvize.tell({ conversation: 35, score: 2 }, { conversation: 35, comment: HOSTILE });
	await look(async (page) => {
		await untilShown(page, '#nps .big', '33');
		await untilShown(page, '#worst li', HOSTILE);
		await untilShown(page, '#comments li', HOSTILE);
		expect(await page.locator('#comments li', { hasText: HOSTILE }).textContent()).toContain('2.0');
	});
});

test('what has been packed is counted like what has not, and no longer read one by one', async () => {
	const { dataTables } = host().rest;
	await waitFor('all ratings to be packed', 20_000, async () => {
		const table = await dataTables.named('Packed Ratings');
		const rows = table ? await dataTables.rows(table) : [];
		expect(rows.length).toBeLessThanOrEqual(1);
		const { ratings = [] } = packed.parse(
			JSON.parse((rows[0]?.ratings as string | undefined) ?? '{}'),
		);
		return ratings.length === 13 || undefined;
	});
	await look((page) => average(page, '2.90'));
});

test.each([
	['iadvize', /iAdvize, Visitor 2/],
	['salesiq', /Zoho SalesIQ, Visitor 22/],
])('a bad conversation of %s opens with what was said', async (_vendor, name) => {
	await look(async (page) => {
		await page.locator('#worst').getByRole('link', { name }).first().click();
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
			.locator('#worst li', { hasText: 'Zoho SalesIQ' })
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
		await page.locator('#worst').getByRole('link', { name: 'iAdvize, a visitor' }).first().click();
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
			const file = path.join(host().folder, 'dashboard-phone.png');
			await page.screenshot({ path: file, fullPage: true });
		},
		{ viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
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
