import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { parse } from 'node:querystring';
import { runWebhook, type Outcome, type Setting } from './run';

/** A published trigger at an address of its own, for a simulator to call. */
export interface Door {
	url: string;
	/** The trigger behind it; a test changes it between calls. */
	trigger: Setting;
	/** What became of the calls, oldest first. */
	outcomes: Outcome[];
	stop(): Promise<void>;
}

/** Opens a plain HTTP server on the loopback interface; texts are answered as they are. */
export async function openDoor(trigger: Setting): Promise<Door> {
	const door: Omit<Door, 'url' | 'stop'> = { trigger, outcomes: [] };
	const server = createServer((request, response) => {
		void (async () => {
			const rawBody = await buffer(request);
			const headers = request.headers as Record<string, string>;
			// What is given twice is a list, as n8n has it.
			const query = parse(new URL(request.url ?? '/', 'http://door').search.slice(1));
			const outcome = await runWebhook(door.trigger, { rawBody, headers, query });
			door.outcomes.push(outcome);
			const { answer } = outcome;
			const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
			response.writeHead(outcome.status, outcome.headers).end(text);
		})();
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return Object.assign(door, {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	});
}
