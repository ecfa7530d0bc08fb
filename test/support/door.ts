import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { buffer } from 'node:stream/consumers';
import { runWebhook, type Call, type Outcome, type Setting } from './run';

/** A published trigger at an address of its own, for a simulator to call. */
export interface Door {
	url: string;
	/** The trigger behind it; a test changes it between calls. */
	trigger: Setting;
	/** What became of the calls, oldest first. */
	outcomes: Outcome[];
	stop(): Promise<void>;
}

/** Opens a door to one trigger, whatever the path of a call. */
export async function openDoor(trigger: Setting): Promise<Door> {
	const door: Omit<Door, 'url' | 'stop'> = { trigger, outcomes: [] };
	const server = await openServer(async ({ call }) => {
		const outcome = await runWebhook(door.trigger, call);
		door.outcomes.push(outcome);
		return outcome;
	});
	return Object.assign(door, server);
}

interface Knock {
	method: string;
	path: string;
	/** As n8n hands it to a node. */
	call: Call;
}

/**
 * Opens a plain HTTP server on the loopback interface; texts are answered as they are.
 *
 * @param answer gives undefined for an address that nobody has
 */
export async function openServer(answer: (knock: Knock) => Promise<Outcome | undefined>) {
	const server = createServer((request, response) => {
		void (async () => {
			const rawBody = await buffer(request);
			const { pathname: path, search } = new URL(request.url ?? '/', 'http://door');
			const headers = request.headers as Record<string, string>;
			// What is given twice is a list, as n8n has it.
			const query = parse(search.slice(1));
			const { method = '' } = request;
			const outcome = await answer({ method, path, call: { rawBody, headers, query } });
			if (!outcome) {
				response.writeHead(404).end();
				return;
			}
			const { status, headers: own, answer: said } = outcome;
			response.writeHead(status, own).end(typeof said === 'string' ? said : JSON.stringify(said));
		})();
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
