import { askControl, askDelivery, type About } from './control';
import type { Delivery } from './deliver';

const TO_EDITOR = '--editor';

/**
 * `npm run send -- <vendor> <event>`: the running host delivers, this prints what came of it. With
 * `--editor` it delivers to the trigger whose *Execute step* was clicked, not to published workflows.
 */
async function main(words: readonly string[]): Promise<number> {
	const [vendor, event] = words.filter((word) => word !== TO_EDITOR);
	const about = await askControl();
	if (about === undefined) {
		console.error('No host is running: start one with "npm start" in another terminal');
		return 1;
	}
	if (about.n8n === undefined) {
		console.error('The host is still starting: try again in a few seconds');
		return 1;
	}
	if (vendor === undefined) {
		console.log(list(about));
		return 0;
	}
	const events = about.vendors[vendor];
	if (events === undefined || event === undefined || !events.includes(event)) {
		const unknown = events === undefined ? `vendor ${vendor}` : `event ${event ?? ''}`;
		if (events !== undefined && event === undefined) console.error(`Which event of ${vendor}?`);
		else console.error(`Unknown ${unknown}.`);
		console.error(list(about));
		return 1;
	}
	const target = words.includes(TO_EDITOR) ? 'editor' : 'published';
	const deliveries = await askDelivery(vendor, event, target);
	for (const delivery of deliveries) console.log(report(delivery));
	return deliveries.every(({ delivered }) => delivered) ? 0 : 1;
}

const list = ({ vendors }: About) =>
	[
		`npm run send -- <vendor> <event>, and ${TO_EDITOR} after a click on "Execute step", with one of:`,
		...Object.entries(vendors).flatMap(([vendor, events]) =>
			events.map((event) => `  ${vendor} ${event}`),
		),
	].join('\n');

function report({ workflow, url, attempts, execution }: Delivery): string {
	return [
		`${workflow}: POST ${url}`,
		...attempts.map(({ status, answer, fault }) =>
			status === undefined
				? `  no answer: ${fault ?? 'unknown fault'}`
				: `  n8n answered ${status} ${answer ?? ''}`,
		),
		execution === undefined
			? '  no execution was started'
			: `  execution: ${execution.status}, ${execution.url}`,
	].join('\n');
}

main(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(`Could not send: ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	},
);
