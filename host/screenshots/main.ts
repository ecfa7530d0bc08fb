import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { startIadvizeSimulator } from '../../simulators/iadvize';
import { startSalesIqSimulator } from '../../simulators/salesiq';
import { inBrowser, type Page } from '../browser';
import { startHost, type Host } from '../host';
import { root } from '../paths';
import { openShowroom } from '../showroom';
import { dashboardOfSalesIq } from '../swap';
import { templateNames } from '../templates';
import { vendors as known } from '../vendors';
import { iadvizeVendor } from '../vendors/iadvize';
import { salesIqVendor } from '../vendors/salesiq';
import { waitFor } from '../wait';
import { dashboardUrl } from '../webhooks';
import { rateAtIadvize, rateAtSalesIq } from './account';
import { pictureOfWorkflow } from './editor';
import { pictureOfTrigger } from './trigger';

const folder = path.join(root, 'docs/images');
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };
const PHONE: BrowserContextOptions = {
	viewport: { width: 390, height: 844 },
	colorScheme: 'dark',
	deviceScaleFactor: 2,
};

/**
 * `npm run screenshots`: every picture of README and docs, made anew from the running system. With
 * names of templates behind it, the pictures of these, and of what is shown with one of them.
 */
async function main(): Promise<void> {
	const chosen = process.argv.slice(2);
	const names = chosen.length > 0 ? chosen : await templateNames();
	const iadvize = await startIadvizeSimulator();
	const salesIq = await startSalesIqSimulator();
	const own = { iadvize: iadvizeVendor(iadvize), salesiq: salesIqVendor(salesIq) };
	const vendors = await Promise.all(
		Object.entries(known).map(([name, start]) =>
			name in own ? own[name as keyof typeof own] : start(),
		),
	);
	const host = await startHost({
		folder: 'screenshots',
		vendors,
		templates: names,
		say: console.log,
	});
	try {
		await mkdir(path.join(folder, 'templates'), { recursive: true });
		for (const [index, name] of names.entries()) {
			const id = host.templates[index]?.id ?? '';
			await pictureOfWorkflow(host.rest, id, saved(`templates/${name}`));
		}
		const trigger = host.templates[names.indexOf('iadvize-email-at-conversation-end')];
		if (trigger) await pictureOfTrigger(host, trigger.id, saved('trigger'));
		const dashboard = host.templates[names.indexOf('csat-dashboard')];
		if (!dashboard) return;
		await rateAtIadvize(iadvize, await host.endpointOf(dashboard, own.iadvize));
		const ofSalesIq = await dashboardOfSalesIq(host);
		await rateAtSalesIq(salesIq);
		for (const { id } of [dashboard, ofSalesIq]) {
			await host.rest.executions.waitFor(id, 0, 60_000);
		}
		await picture(host, 'dashboard', DESKTOP, openDashboard);
		await picture(host, 'dashboard-phone', PHONE, openDashboard);
		if (chosen.length === 0) await pictureOfShowroom(host);
	} finally {
		await host.stop();
	}
}

const saved = (name: string) => {
	console.log(`docs/images/${name}.png`);
	return path.join(folder, `${name}.png`);
};

async function openDashboard(page: Page, { n8n, templates }: Host): Promise<void> {
	await page.goto(dashboardUrl(n8n.url, templates) ?? '');
	await page.getByText('The worst five').waitFor();
}

async function pictureOfShowroom(host: Host): Promise<void> {
	const showroom = await openShowroom(host);
	const open = async (page: Page) => {
		await page.goto(`${showroom.url}/#iadvize/v2.conversation.closed`);
		await waitFor('the example', 10_000, async () =>
			(await page.locator('#payload').inputValue()) === '' ? undefined : true,
		);
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		// What n8n answered, and the mail that came of it.
		await page.locator('#verdict').filter({ hasText: 'n8n answered 200' }).waitFor();
		await page.getByRole('tab', { name: /^Mails [1-9]/ }).waitFor();
		await page.evaluate('window.scrollTo(0, 0)');
	};
	try {
		await picture(host, 'showroom', DESKTOP, open);
	} finally {
		await showroom.stop();
	}
}

async function picture(
	host: Host,
	name: string,
	how: BrowserContextOptions,
	open: (page: Page, host: Host) => Promise<void>,
): Promise<void> {
	const { email, password } = host.owner;
	const httpCredentials = { username: email, password };
	await inBrowser({ ...how, httpCredentials }, async (page) => {
		await open(page, host);
		await page.screenshot({ path: saved(name) });
	});
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
