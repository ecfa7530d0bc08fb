import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Page } from '../../host/browser';
import { itemsOf } from '../../host/executions';
import { vendors } from '../../scripts/vendors';
import { hearNode } from './support/hear';
import { exampleIn, startShowroomStage, type ShowroomStage } from './support/showroom';

jest.setTimeout(60_000);

const EXAMPLES = [
	['iadvize', 'v2.conversation.closed'],
	['salesiq', 'conversation.missed'],
	['amplifyreach', 'contact-information'],
	['amplifyreach-bot', 'order'],
	['messangi', 'chatbot-interaction-option'],
	['swiftsell', 'message-form-response'],
] as const;

let stage: ShowroomStage;
beforeAll(async () => {
	stage = await startShowroomStage('e2e-showroom');
}, 180_000);
afterAll(async () => {
	await stage.stop();
}, 30_000);

function vendorOf(name: string) {
	const found = stage.host.vendors.find(({ simulator }) => simulator.vendor === name);
	if (!found) throw new Error(`There is no ${name}`);
	return found;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Waits for a verdict, and gives it. */
async function verdict(page: Page, start: string): Promise<string> {
	const line = page.locator('#verdict');
	await line.filter({ hasText: start }).filter({ hasNotText: 'in progress' }).waitFor();
	// The next key counts once the page is through with this one.
	await page.locator('#send:not([aria-disabled="true"])').waitFor();
	return (await line.textContent()) ?? '';
}

/** What was sent, without the address and the headers. */
const bodyOf = (sent: string | null) => sent?.slice(sent.indexOf('\n\n')) ?? '';

const payload = (page: Page) => page.getByRole('textbox', { name: /^Payload/ });
const selected = (page: Page) => page.locator('[aria-current]').getAttribute('data-id');
const executionLink = (page: Page) => page.locator('#outcome a[href*="/executions/"]');
const isFocused = async (page: Page, selector: string) =>
	(await page.locator(`${selector}:focus`).count()) === 1;

describe.each(EXAMPLES)('%s', (vendor, event) => {
	// A bot waits for an answer to each of its calls.
	const isTwice = vendor === 'amplifyreach-bot';

	test('Send is taken, Send forged is refused, Send again is taken and does nothing twice', async () => {
		const { inbox, n8n, rest } = stage.host;
		await stage.onPage(
			async (page) => {
				inbox.clear();
				const before = await stage.executionsOf(vendor);
				await press(page, 'Send');
				expect(await verdict(page, 'Send: ')).toMatch(
					/^Send: n8n answered 200 in \d+ ms, started an execution: success\.$/,
				);
				const link = (await executionLink(page).getAttribute('href')) ?? '';
				const workflow = stage.workflows[vendor]?.id ?? '';
				expect(link).toMatch(`${n8n.url}/workflow/${workflow}/executions/`);
				const execution = await rest.executions.get(link.split('/').at(-1) ?? '');
				expect([execution.workflowId, execution.status]).toEqual([workflow, 'success']);
				await inbox.waitFor(1);
				await page.getByRole('tab', { name: 'Mails 1' }).waitFor();
				await page.getByRole('heading', { name: `From ${vendor} new` }).waitFor();
				await page.getByText('What was sent', { exact: true }).click();
				const sentBody = bodyOf(await page.locator('#outcome pre').textContent());
				expect(await stage.executionsOf(vendor)).toBe(before + 1);

				await press(page, 'Send forged');
				expect(await verdict(page, 'Send forged: ')).toMatch(
					/^Send forged: n8n answered 401 in \d+ ms, no execution was started\.$/,
				);
				expect(await executionLink(page).count()).toBe(0);
				expect(await stage.executionsOf(vendor)).toBe(before + 1);

				await press(page, 'Send again');
				expect(await verdict(page, 'Send again, ')).toMatch(
					isTwice
						? /^Send again, the call of .+: n8n answered 200 in \d+ ms, started an execution: success\.$/
						: /^Send again, the call of .+: n8n answered 200 in \d+ ms, no execution was started\.$/,
				);
				expect(await page.locator('#outcome pre').textContent()).toContain(sentBody);
				expect(await stage.executionsOf(vendor)).toBe(before + (isTwice ? 2 : 1));
				if (isTwice) return;
				expect(await page.locator('#outcome').textContent()).toContain('or has already output it');
				expect(inbox.mails).toHaveLength(1);
				expect(await page.locator('#news').textContent()).toContain('nothing new.');
			},
			{ event: `${vendor}/${event}` },
		);
	});
});

test('opened for the first time, it shows an event that can be sent right away', async () => {
	await stage.onPage(async (page) => {
		expect(await selected(page)).toBe('iadvize/v2.conversation.closed');
		expect(await page.locator('header').textContent()).toMatch(/Chat vendors, simulated/);
		expect(await page.locator('#verdict').textContent()).toMatch(/press Send/);
		const shown = (await page.locator('nav summary').allTextContents()).map((text) =>
			text.replace(/ \d.*/, ''),
		);
		const names = vendors.map(({ name }): string => name);
		expect(shown.filter((name) => names.includes(name))).toEqual(names);
		expect(shown).toContain('AmplifyReach Bot');
		expect(await page.locator('#event').textContent()).toBe(
			'iAdvize: Conversation Closed v2.conversation.closed',
		);
	});
});

test('each Send of an example is an event of its own', async () => {
	stage.host.inbox.clear();
	await stage.onPage(async (page) => {
		for (const count of [1, 2]) {
			await press(page, 'Send');
			await page.getByRole('tab', { name: `Mails ${count}` }).waitFor();
		}
	});
	expect(stage.host.inbox.mails).toHaveLength(2);
});

test('an edited payload arrives as edited, and is shown as text, never as HTML', async () => {
	const edited = {
		eventId: 'edited-by-hand',
		eventType: 'v2.conversation.closed',
		link: 'https://n8n.example.com/form/1',
		note: `<img src="x" onerror="document.title='owned'"><script>document.title='owned'</script>`,
	};
	await stage.onPage(async (page) => {
		await payload(page).fill(JSON.stringify(edited));
		await press(page, 'Send');
		await verdict(page, 'Send: n8n answered 200');
		const id = (await executionLink(page).getAttribute('href'))?.split('/').at(-1) ?? '';
		const [item] = itemsOf(await stage.host.rest.executions.get(id), 'Hear');
		expect(item?.payload).toEqual(edited);
		await page.locator('#feed pre', { hasText: 'edited-by-hand' }).waitFor();
		await page.getByText('What was sent').click();
		await page.locator('#outcome pre', { hasText: '<img src=' }).waitFor();
		expect(await page.locator('img, main script').count()).toBe(0);
		expect(await page.title()).toBe('Showroom');
		// Vendors and visitors know n8n by an address that leads there only through the host's proxy.
		const form = page.locator('#feed').getByRole('link', { name: '/form/1' });
		expect(await form.getAttribute('href')).toBe(`${stage.host.n8n.url}/form/1`);
		// What was typed stays: only an untouched example makes place for a new one.
		expect(await payload(page).inputValue()).toBe(JSON.stringify(edited));
	});
});

test('broken JSON is reported at once with its position, and not sent', async () => {
	const before = await stage.executionsOf('iadvize');
	await stage.onPage(async (page) => {
		await payload(page).fill('{\n  "a": tru\n}');
		expect(await page.locator('#fault').textContent()).toBe('Line 2, column 8: expected a value.');
		expect(await payload(page).getAttribute('aria-invalid')).toBe('true');
		for (const name of ['Send', 'Send forged']) {
			await press(page, name);
			expect(await verdict(page, 'Nothing was sent')).toMatch(/not JSON/);
			expect(await isFocused(page, '#payload')).toBe(true);
		}
		await page.getByRole('button', { name: 'New example' }).click();
		await page.locator('#payload[aria-invalid="false"]').waitFor();
		expect(await page.locator('#fault').textContent()).toBe('');
	});
	expect(await stage.executionsOf('iadvize')).toBe(before);
});

test('an event that the trigger leaves out says so, with a way to the editor', async () => {
	await stage.onPage(
		async (page) => {
			await press(page, 'Send');
			expect(await verdict(page, 'Send: ')).toMatch(/answered 200 .* no execution was started/);
			const link = page.getByRole('link', { name: 'Change that in n8n' });
			expect(await link.getAttribute('href')).toBe(
				`${stage.host.n8n.url}/workflow/${stage.workflows.salesiq?.id ?? ''}`,
			);
		},
		{ event: 'salesiq/conversation.completed' },
	);
});

test('a vendor that no workflow listens to says so, with a link to n8n', async () => {
	const { rest, n8n } = stage.host;
	const id = stage.workflows.swiftsell?.id ?? '';
	await rest.workflows.deactivate(id);
	const work = async (page: Page) => {
		expect(await page.locator('#listeners').textContent()).toMatch(
			/^No published workflow listens/,
		);
		await press(page, 'Send');
		await verdict(page, 'No published workflow listens to swiftsell');
		const link = page.locator('#verdict a');
		expect(await link.getAttribute('href')).toBe(n8n.url);
		await rest.workflows.activate(id);
		await page.evaluate('dispatchEvent(new Event("focus"))');
		await page.locator('#listeners', { hasText: 'Received by Mail what swiftsell says' }).waitFor();
	};
	// The browser itself writes each refusal into its console.
	await expect(stage.onPage(work, { event: 'swiftsell/note' })).rejects.toThrow(/409/);
});

test('the keyboard is enough', async () => {
	const before = await stage.executionsOf('salesiq');
	await stage.onPage(async (page) => {
		const { keyboard } = page;
		await keyboard.press('j');
		expect(await selected(page)).toBe('iadvize/v2.conversation.closed-empty-operators');
		await keyboard.press('ArrowUp');
		expect(await selected(page)).toBe('iadvize/v2.conversation.closed');
		for (const key of ['k', 'ArrowDown']) await keyboard.press(key);
		expect(await selected(page)).toBe('iadvize/v2.conversation.closed');

		await keyboard.press('/');
		await keyboard.type('missed');
		expect(await page.locator('nav li:visible').allTextContents()).toEqual([
			'Conversation Missed conversation.missed',
		]);
		await keyboard.press('Enter');
		expect(await selected(page)).toBe('salesiq/conversation.missed');
		await exampleIn(page, '"conversation.missed"');
		await keyboard.press('Enter');
		await verdict(page, 'Send: n8n answered 200');
		await keyboard.press('f');
		// 503 if another was forged within the last minute.
		expect(await verdict(page, 'Send forged: ')).toMatch(/answered (401|503) in/);
		await keyboard.press('a');
		await verdict(page, 'n8n answered 200');
		expect(await stage.executionsOf('salesiq')).toBe(before + 1);

		// On from the list: whom to send to, the workflow's link, a new example, the payload.
		for (const key of ['Tab', 'Tab', 'Tab', 'Tab']) await keyboard.press(key);
		expect(await isFocused(page, '#payload')).toBe(true);
		await keyboard.press('ControlOrMeta+a');
		await keyboard.type('{"j":"fa/k"}');
		expect(await payload(page).inputValue()).toBe('{"j":"fa/k"}');
		expect(await selected(page)).toBe('salesiq/conversation.missed');
		await keyboard.press('Control+Enter');
		await verdict(page, 'Send: n8n answered');
		await keyboard.press('Escape');
		expect(await isFocused(page, '[aria-current]')).toBe(true);

		await page.getByRole('checkbox', { name: 'Letter keys on' }).uncheck();
		await page.locator('[aria-current]').focus();
		await keyboard.press('k');
		await keyboard.press('f');
		expect(await selected(page)).toBe('salesiq/conversation.missed');
		expect(await page.locator('#verdict').textContent()).toMatch(/^Send: /);
	});
});

test('a quick user sends what they chose, and keeps what they typed', async () => {
	await stage.onPage(async (page) => {
		const { keyboard } = page;
		await page.route('**/example?*', async (route) => {
			await sleep(300);
			await route.continue();
		});
		for (const key of ['j', 'Enter']) await keyboard.press(key);
		await verdict(page, 'Send: n8n answered 200');
		expect(await page.locator('#outcome pre').textContent()).toContain('"operatorIds": []');
		await payload(page).fill('{"typed":1}');
		await keyboard.press('Escape');
		for (const key of ['k', 'k', 'k', 'j', 'j']) await keyboard.press(key);
		expect(await selected(page)).toBe('iadvize/v2.conversation.closed');
		await exampleIn(page, '"v2.conversation.closed"');
		await keyboard.press('j');
		await exampleIn(page, '{"typed":1}');
	});
});

test('a search without a match says so, and Escape shows all events again', async () => {
	await stage.onPage(async (page) => {
		await page.keyboard.press('/');
		await page.keyboard.type('no such event');
		expect(await page.locator('#no-match').isVisible()).toBe(true);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		expect(await page.locator('#no-match').isVisible()).toBe(false);
		expect(await page.locator('nav summary:visible').count()).toBe(6);
		expect(await isFocused(page, '[aria-current]')).toBe(true);
	});
});

test('what is sent can be read by a screen reader: labels, and results as status', async () => {
	await stage.onPage(async (page) => {
		const shown = await page.locator('body').ariaSnapshot();
		expect(shown).toMatch(/navigation "Events"/);
		expect(shown).toMatch(/searchbox "Vendor events"/);
		expect(shown).toMatch(/textbox "Payload, sent byte for byte"/);
		expect(shown).toMatch(/tab "Mails \d+" \[selected\]/);
		expect(shown).toMatch(/tabpanel "Mails \d+"/);
		expect(shown).toMatch(/status: .*press Send/);
		await page.getByRole('tab', { name: /Mails/ }).focus();
		await page.keyboard.press('ArrowRight');
		expect(await page.locator('[aria-selected="true"]').textContent()).toMatch(/^Rows/);
		expect(await isFocused(page, '[aria-selected="true"]')).toBe(true);
	});
});

test('rows of data tables are shown as they come', async () => {
	const { rest } = stage.host;
	const project = z.object({ data: z.object({ id: z.string() }) });
	const { id } = (await rest.call('GET', '/rest/projects/personal', project)).data;
	await rest.call('POST', `/rest/projects/${id}/data-tables`, z.unknown(), {
		name: 'Followed up',
		columns: [{ name: 'who', type: 'string' }],
	});
	const [table] = await rest.dataTables.list();
	await stage.onPage(async (page) => {
		await page.getByRole('tab', { name: 'Rows 0' }).click();
		const path = `/rest/projects/${id}/data-tables/${table?.id ?? ''}/insert`;
		await rest.call('POST', path, z.unknown(), { data: [{ who: 'Ada' }], returnType: 'count' });
		await page.getByRole('tab', { name: 'Rows 1' }).waitFor();
		expect(await page.locator('#feed article').textContent()).toBe('Followed up, row 1whoAda');

		await press(page, 'Send forged');
		await verdict(page, 'Send forged: ');
		if (!table) throw new Error('The table is missing');
		await rest.dataTables.update(table, 1, { who: 'Ada' });
		const news = page.locator('#news');
		await news.filter({ hasText: 'nothing new.' }).waitFor();
		expect(await page.locator('#feed mark').count()).toBe(0);
		await rest.dataTables.update(table, 1, { who: 'Grace' });
		await news.filter({ hasText: '1 changed row.' }).waitFor();
		expect(await page.locator('#feed mark').textContent()).toBe('changed');
	});
});

test('Start here has the six jobs: each chooses what to send, and where to look', async () => {
	const jobs = [
		['Email', 'iadvize/v2.conversation.closed', 'Mails'],
		['Promo code', 'iadvize/v2.conversation.closed', 'Mails'],
		['Survey', 'iadvize/v2.conversation.closed', 'Mails'],
		['Lead', 'iadvize/v2.conversation.closed', 'CRM'],
		['Ticket', 'salesiq/conversation.missed', 'Tickets'],
		['Dashboard', 'iadvize/satisfaction.answered-customerSatisfaction', 'Rows'],
	] as const;
	await stage.onPage(
		async (page) => {
			const buttons = page.getByRole('region', { name: 'Start here' }).getByRole('button');
			expect(await buttons.allTextContents()).toEqual(jobs.map(([job]) => job));
			for (const [job, event, section] of jobs) {
				await press(page, job);
				expect(await selected(page)).toBe(event);
				expect(await page.locator('#tabs [aria-selected="true"]').textContent()).toMatch(section);
				expect(await page.locator('#verdict').textContent()).toMatch(/^Press Send: /);
			}
		},
		{ event: 'swiftsell/note' },
	);
});

test('the switch sends to the editor that listens, or says what to click', async () => {
	const { rest } = stage.host;
	const workflow = await rest.workflows.create({
		name: 'Try',
		nodes: [await hearNode(stage.host, vendorOf('messangi'), { events: ['*'] })],
		connections: {},
	});
	const work = async (page: Page) => {
		await page.getByRole('radio', { name: 'the editor' }).check();
		expect(await page.locator('#listeners').textContent()).toMatch(/click Execute step on it/);
		await press(page, 'Send');
		await verdict(page, 'click "Execute step" on the trigger');
		// As the click does.
		await rest.workflows.run(workflow.id, 'Hear');
		await press(page, 'Send');
		expect(await verdict(page, 'Send: ')).toMatch(/200 .* started an execution: success\.$/);
		expect(await page.locator('#outcome h3').allTextContents()).toEqual(['Try']);
	};
	// The browser itself writes each refusal into its console.
	await expect(
		stage.onPage(work, { event: 'messangi/chatbot-interaction-option' }),
	).rejects.toThrow(/409/);
});

test('on a phone it is one column, and nothing is wider than the screen', async () => {
	await stage.onPage(
		async (page) => {
			const send = page.getByRole('button', { name: 'Send', exact: true });
			const box = await send.boundingBox();
			expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(844);
			const isTooWide = () =>
				page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
			// The list of events is folded away until it is wanted, and again when one is chosen.
			expect(await page.locator('nav li:visible').count()).toBe(0);
			await page.locator('nav summary', { hasText: 'Messangi' }).tap();
			await page.getByRole('button', { name: 'chatbot-interaction-option' }).tap();
			expect(await page.locator('nav li:visible').count()).toBe(0);
			await exampleIn(page, '"');
			await send.tap();
			await verdict(page, 'Send: n8n answered 200');
			await page.getByText('What was sent').tap();
			for (const name of ['Mails', 'Rows', 'CRM', 'Tickets', 'Calls']) {
				await page.getByRole('tab', { name }).tap();
				expect(await isTooWide()).toBe(false);
			}
			const tops = await Promise.all(
				['nav', '#payload', '#outcome', '#feed'].map(async (part) => {
					const place = await page.locator(part).boundingBox();
					return [place?.x === undefined ? NaN : place.x < 30, place?.y ?? NaN] as const;
				}),
			);
			expect(tops.map(([isLeft]) => isLeft)).toEqual([true, true, true, true]);
			expect(tops.map(([, y]) => y)).toEqual(tops.map(([, y]) => y).toSorted((a, b) => a - b));
		},
		{ width: 375 },
	);
});

test.each(['light', 'dark'] as const)('in %s every text stands out by 4.5 to 1', async (scheme) => {
	await stage.onPage(
		async (page) => {
			await press(page, 'Send');
			await verdict(page, 'Send: n8n answered 200');
			await page.locator('mark').first().waitFor();
			await page.getByText('What was sent').click();
			await payload(page).fill('{');
			const { ground, texts } = await page.evaluate<Contrasts>(CONTRASTS);
			expect(ground > 0.5).toBe(scheme === 'light');
			expect(texts.length).toBeGreaterThan(40);
			expect(texts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
		},
		{ colorScheme: scheme },
	);
});

interface Contrasts {
	readonly ground: number;
	readonly texts: readonly { readonly text: string; readonly ratio: number }[];
}

/** Measures, in the page, each text against the ground that it stands on (WCAG 2.1). */
const CONTRASTS = `(() => {
	const channels = (color) => color.match(/[\\d.]+/g).map(Number);
	const luminance = (color) => {
		const [r, g, b] = channels(color).map((value) => {
			const part = value / 255;
			return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const groundOf = (element) => {
		const { backgroundColor } = getComputedStyle(element);
		const isClear = channels(backgroundColor)[3] === 0;
		return isClear && element.parentElement ? groundOf(element.parentElement) : backgroundColor;
	};
	const hasText = (element) =>
		element.tagName === 'TEXTAREA' ||
		[...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
	const texts = [...document.body.querySelectorAll('*')]
		.filter((element) => hasText(element) && element.checkVisibility())
		.map((element) => {
			const pair = [getComputedStyle(element).color, groundOf(element)].map(luminance);
			const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
			return { text: element.textContent.slice(0, 30), ratio };
		});
	return { ground: luminance(getComputedStyle(document.body).backgroundColor), texts };
})()`;
