import Fastify from 'fastify';
import getPort from 'get-port';
import { z } from 'zod';
import { deliver, NobodyListens } from '../deliver';
import { guard } from '../guard';
import type { Host } from '../host';
import { TARGETS } from '../receivers';
import { Wrong } from './errors';
import { feedOf, since } from './feed';
import { servePage } from './page';
import { stateOf } from './state';

// After those of n8n, and always the same few, so that bookmarks keep working.
const PORTS = getPort.makeRange(5700, 5719);
const BODY_LIMIT = 8 * 1024 * 1024;

const choice = z.object({ vendor: z.string(), event: z.string() });
const order = choice.extend({
	body: z.string(),
	forged: z.boolean().default(false),
	target: z.enum(TARGETS).default('published'),
});

export interface Showroom {
	/** Address on the loopback interface, without a trailing slash. */
	readonly url: string;
	stop(): Promise<void>;
}

/** Opens the page that shows a running host: events to send, and what comes of them. */
export async function openShowroom(host: Host): Promise<Showroom> {
	const app = Fastify({ forceCloseConnections: true, bodyLimit: BODY_LIMIT });
	guard(app);
	app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
		const status = error instanceof NobodyListens ? 409 : (error.statusCode ?? 500);
		const message = error instanceof z.ZodError ? 'That is no order' : error.message;
		void reply.code(error instanceof z.ZodError ? 400 : status).send({ message });
	});
	servePage(app);
	app.get('/state', () => stateOf(host));
	// What earlier starts and the setup of this one left behind would pass for the user's doing.
	const before = await feedOf(host);
	app.get('/feed', async () => since(before, await feedOf(host)));
	app.get('/example', (request) => {
		const { vendor, event } = choice.parse(request.query);
		return { body: simulatorOf(host, vendor, event).exampleOf(event) };
	});
	app.post('/send', async (request) => {
		const { vendor, event, body, forged, target } = order.parse(request.body);
		simulatorOf(host, vendor, event);
		if (!isJson(body)) throw new Wrong('The payload is not valid JSON: nothing was sent');
		return await deliver(host, vendor, target, (simulator, endpoint) =>
			simulator.sendBody(event, body, endpoint, { forged }),
		);
	});
	const port = await getPort({ host: '127.0.0.1', port: [...PORTS] });
	const url = await app.listen({ host: '127.0.0.1', port });
	return {
		url,
		stop: async () => {
			await app.close();
		},
	};
}

function simulatorOf({ vendors }: Host, name: string, event: string) {
	const simulator = vendors.find((vendor) => vendor.simulator.vendor === name)?.simulator;
	if (simulator === undefined) throw new Wrong(`There is no vendor called ${name}`);
	if (!simulator.events.includes(event)) throw new Wrong(`${name} has no event called ${event}`);
	return simulator;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
