import getPort from 'get-port';
import { askControl, openControl } from './control';
import { startHost, type Host } from './host';
import type { Mail } from './inbox';
import { hostFolder, START } from './paths';
import { openShowroom } from './showroom';
import { dashboardOfSalesIq } from './swap';
import { templateNames } from './templates';
import { vendors } from './vendors';
import { dashboardUrl } from './webhooks';

// n8n's usual port first, and the same few after it, so that bookmarks keep working.
const PORTS = getPort.makeRange(5678, 5699);

/** `npm start -- --cluster`, which keeps what it makes in a folder of its own. */
const cluster = process.argv.includes('--cluster') ? { processors: 2, workers: 2 } : undefined;
const FOLDER = cluster ? `${START}-cluster` : START;

let running: Host | undefined;
let stopping = false;
let stop = (): Promise<void> => Promise.resolve();

async function main(): Promise<void> {
	const other = await askControl();
	if (other !== undefined) {
		const where = other.n8n === undefined ? 'it is still starting' : `its n8n is at ${other.n8n}`;
		fail(`A host is already running, ${where}: stop it with Ctrl-C first`);
	}
	const started = Date.now();
	const closeControl = await openControl(() => running);
	stop = closeControl;
	const host = await startHost({
		folder: FOLDER,
		keep: true,
		cluster,
		vendors: await Promise.all(Object.values(vendors).map((start) => start())),
		templates: await templateNames(),
		ports: [...PORTS],
		onMail: printMail,
		onCrash: () => {
			if (!stopping)
				fail(`n8n exited unexpectedly: see n8n.log in ${hostFolder(FOLDER)}, then start again`);
		},
		say: console.log,
	});
	await dashboardOfSalesIq(host);
	running = host;
	const showroom = await openShowroom(host);
	stop = async () => {
		await Promise.all([closeControl(), showroom.stop()]);
		await host.stop();
	};
	console.log(greeting(host, showroom.url, Date.now() - started));
}

/** The second signal ends at once: n8n goes with this process anyway. */
function onSignal(): void {
	if (stopping) process.exit(0);
	stopping = true;
	console.log('\nStopping');
	void stop().finally(() => process.exit(0));
}

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

function greeting(host: Host, showroom: string, ms: number): string {
	const { n8n, owner, vendors: known, templates } = host;
	const [vendor] = known;
	const dashboard = dashboardUrl(n8n.url, templates);
	return [
		'',
		`Ready after ${(ms / 1000).toFixed(1)} s. Open the showroom to send events: ${showroom}`,
		`n8n, with ${templates.length} workflows active: ${n8n.url}`,
		`  login     ${owner.email}`,
		`  password  ${owner.password}`,
		`  log       ${n8n.logFile}`,
		...(cluster
			? [
					`Behind that address: the main process, ${cluster.processors} webhook processors and ` +
						`${cluster.workers} workers, each with its log in a folder of its own`,
				]
			: []),
		...(dashboard === undefined
			? []
			: [`The dashboard of ratings, with the same login: ${dashboard}`]),
		...(vendor === undefined
			? []
			: [
					'Or send from another terminal; emails are also shown here:',
					`  npm run send -- ${vendor.simulator.vendor} ${vendor.example}`,
				]),
		'Ctrl-C stops everything.',
		'',
	].join('\n');
}

function printMail({ from, to, subject, text }: Mail): void {
	const lines = withLocalLinks(text).trim().split('\n').slice(0, 6);
	console.log(
		['Mail', `  from     ${from}`, `  to       ${to}`, `  subject  ${subject}`]
			.concat(
				lines.map((line) => `  | ${line}`),
				'',
			)
			.join('\n'),
	);
}

/** The public address of n8n leads nowhere in the user's browser: only vendors reach it. */
const withLocalLinks = (text: string) =>
	running === undefined ? text : text.replaceAll(running.publicUrl, `${running.n8n.url}/`);

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
main().catch((error: unknown) => {
	fail(`Could not start: ${error instanceof Error ? error.message : String(error)}`);
});
