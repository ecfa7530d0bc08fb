import path from 'node:path';
import { inBrowser, type Page } from '../../host/browser';
import { startHost, type Host } from '../../host/host';
import { waitFor } from '../../host/wait';
import type { Workflow } from '../../host/workflows';
import type { Endpoint } from '../../simulators/simulator';
import { startFeed, type Feed } from './support/feed';

jest.setTimeout(60_000);

const vendors = ['iadvize', 'salesiq'] as const;
type Vendor = (typeof vendors)[number];

let host: Host;
let workflow: Workflow;
const feeds = {} as Record<Vendor, Feed>;
const endpoints = {} as Record<Vendor, Endpoint>;

beforeAll(async () => {
	for (const vendor of vendors) feeds[vendor] = await startFeed(vendor);
	const templates = ['csat-dashboard'];
	const known = vendors.map((vendor) => feeds[vendor].vendor);
	host = await startHost({ folder: 'e2e-dashboard', vendors: known, templates });
	const [dashboard] = host.templates;
	if (!dashboard) throw new Error('The template did not become a workflow');
	workflow = dashboard;
	for (const vendor of vendors) {
		endpoints[vendor] = await host.endpointOf(workflow, feeds[vendor].vendor);
	}
}, 180_000);

afterAll(async () => {
	await host.stop();
}, 30_000);

const rate = async (vendor: Vendor, conversation: number, score: number) => {
	const report = await feeds[vendor].tell(
		'missed or rated',
		{ conversation, score },
		endpoints[vendor],
	);
	expect(report.attempts.map(({ status }) => status)).toEqual([200]);
};

/** Opens the page at the public address, as someone who has the login. */
const look = <T>(work: (page: Page) => Promise<T>, how: object = {}) =>
	inBrowser(
		{
			...{ ignoreHTTPSErrors: true, viewport: { width: 1100, height: 800 } },
			proxy: { server: host.proxy.url },
			httpCredentials: { username: host.owner.email, password: host.owner.password },
			...how,
		},
		async (page) => {
			page.setDefaultTimeout(10_000);
			await page.goto(`${host.publicUrl}webhook/csat`);
			return await work(page);
		},
	);

/** Waits until the page, which draws itself anew, says so. */
const untilShown = (page: Page, selector: string, text: string, timeoutMs = 10_000) =>
	waitFor(`${selector} to say ${text}`, timeoutMs, async () => {
		const shown = await page
			.locator(selector)
			.textContent({ timeout: 1000 })
			.catch(() => null);
		return shown?.trim() === text ? true : undefined;
	});

test('nobody looks without the login', async () => {
	for (const page of ['csat', 'csat-conversation?id=1']) {
		const answer = await fetch(`${host.n8n.url}/webhook/${page}`);
		expect(answer.status).toBe(401);
		expect(await answer.text()).not.toContain('satisfaction');
	}
});

test('an empty page says so, and a rating appears on it by itself within five seconds', async () => {
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
		const channels = await page.locator('table tr').allInnerTexts();
		expect(channels).toContainEqual(expect.stringMatching(/^iAdvize · chat\s+3\.50\s+4$/));
		expect(channels).toContainEqual(expect.stringMatching(/^Zoho SalesIQ · .*3\.00\s+4$/));
		const worst = await page.locator('.worst li b').allTextContents();
		expect(worst).toEqual(['1.0', '1.0', '2.0', '3.0', '4.0']);
		await page.screenshot({ path: path.join(host.folder, 'dashboard.png'), fullPage: true });
	});
});

test('the same rating again, and several times at once, counts once; a changed mind replaces it', async () => {
	await Promise.all([1, 2, 3].map(() => rate('iadvize', 30, 5)));
	await rate('iadvize', 30, 5);
	await look((page) => untilShown(page, '#month', '3.44'));
	await rate('iadvize', 30, 1);
	await look((page) => untilShown(page, '#month', '3.00'));
});

test('net promoter scores are counted apart, and a comment stands beside its score', async () => {
	const { simulator } = feeds.iadvize.vendor;
	const answer = async (event: string, change: object) => {
		const example = JSON.parse(simulator.exampleOf(event)) as { conversationId: string };
		const body = JSON.stringify({ ...example, ...change });
		await simulator.sendBody(event, body, endpoints.iadvize);
		return example;
	};
	for (const netPromoterScore of [10, 9, 3]) {
		await answer('satisfaction.answered-netPromoterScore', { netPromoterScore });
	}
	const score = { customerSatisfaction: 2 };
	const { conversationId } = await answer('satisfaction.answered-customerSatisfaction', score);
	const comment = { conversationId, satisfactionComment: 'Nobody knew anything' };
	await answer('satisfaction.answered-satisfactionComment', comment);
	await look(async (page) => {
		await page.getByText('NPS 33 of 3').waitFor();
		await page.locator('.worst').getByText('Nobody knew anything').waitFor();
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

test('what a visitor writes is text on the page, never HTML', async () => {
	const { simulator } = feeds.salesiq.vendor;
	const event = 'conversation.rated-rating';
	const feedback = '<img src=x onerror="document.title=1"><script>1</script>';
	const example = JSON.parse(simulator.exampleOf(event)) as { entity: object };
	const body = { ...example, entity: { ...example.entity, rating: 1, feedback } };
	await simulator.sendBody(event, JSON.stringify(body), endpoints.salesiq);
	await look(async (page) => {
		await page.getByText(feedback).waitFor();
		expect(await page.locator('main img, main script').count()).toBe(0);
	});
});

test('iAdvize is down: the rating is kept, and its page says why there is no transcript', async () => {
	feeds.iadvize.fail?.(200);
	await rate('iadvize', 40, 1);
	await look(async (page) => {
		await page.getByRole('link', { name: 'iAdvize, a visitor' }).first().click();
		await page.getByText('The transcript could not be fetched').waitFor();
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
			await page.screenshot({ path: path.join(host.folder, 'dashboard-phone.png') });
		},
		{ viewport: { width: 375, height: 800 }, colorScheme: 'dark' },
	);
});
