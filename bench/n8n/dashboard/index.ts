import { inBrowser } from '../../../host/browser';
import { startHost } from '../../../host/host';
import { useTemplate } from '../../../host/templates';
import { vendors } from '../../../host/vendors';
import { dashboardUrl } from '../../../host/webhooks';
import { spread, table } from '../../support/table';
import type { Say } from '../settings';
import { fill } from './fill';

const TEMPLATE = 'csat-dashboard';
const SIZES = [1000, 200_000];
const VISITS = 5;

/** How long the dashboard's page takes with few and with many ratings. */
export async function benchDashboard(say: Say): Promise<void> {
	say('\nThe dashboard');
	const iadvize = await vendors.iadvize?.();
	if (!iadvize) throw new Error('There is no iAdvize');
	const host = await startHost({ folder: 'bench-dashboard', vendors: [iadvize], say });
	try {
		const { rest, credentials, owner } = host;
		const workflow = await useTemplate(rest, TEMPLATE, credentials, host.vendors);
		const url = dashboardUrl(host.n8n.url, [workflow]) ?? '';
		const login = Buffer.from(`${owner.email}:${owner.password}`).toString('base64');
		const get = async (query: string) => {
			const begun = performance.now();
			const answer = await fetch(url + query, { headers: { authorization: `Basic ${login}` } });
			const text = await answer.text();
			if (!answer.ok) throw new Error(`The page was answered ${answer.status}`);
			return { ms: performance.now() - begun, text };
		};
		// The first visit makes the tables.
		await get('');
		const rows: string[][] = [];
		for (const size of SIZES) {
			say(`${size} ratings`);
			await fill(rest, size, (done) => {
				say(`  … ${done}`);
			});
			const answers: number[] = [];
			for (let visit = 0; visit < VISITS; visit++) {
				const { ms, text } = await get('?days=90');
				if (!text.includes(`${size} ratings`)) throw new Error(`${size} are not counted`);
				answers.push(ms);
				say(`  answered in ${Math.round(ms)} ms`);
			}
			const opened: number[] = [];
			for (let visit = 0; visit < VISITS; visit++) opened.push(await open(`${url}?days=90`, owner));
			const row = [size.toLocaleString('en'), spread(answers), spread(opened)];
			say(row.join(' | '));
			rows.push(row);
		}
		say('\nMilliseconds, 90 days; median (lowest to highest)\n');
		say(table(['ratings', 'until the page is answered', 'until Chromium has drawn it'], rows));
	} finally {
		await host.stop();
	}
}

const open = async (url: string, { email, password }: { email: string; password: string }) =>
	await inBrowser({ httpCredentials: { username: email, password } }, async (page) => {
		const begun = performance.now();
		await page.goto(url, { waitUntil: 'load' });
		return performance.now() - begun;
	});
