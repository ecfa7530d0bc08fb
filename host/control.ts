import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fastify from 'fastify';
import { z } from 'zod';
import { deliver, delivery } from './deliver';
import { guard } from './guard';
import type { Host } from './host';
import { hostFolder, START } from './paths';
import { TARGETS, type Target } from './receivers';

const file = path.join(hostFolder(START), 'control.json');
const address = z.object({ url: z.string() });

export const about = z.object({
	/** Absent while it is starting. */
	n8n: z.string().optional(),
	vendors: z.record(z.array(z.string())),
});
const order = z.object({ vendor: z.string(), event: z.string(), target: z.enum(TARGETS) });

export type About = z.output<typeof about>;

/**
 * Opens the host of `npm start` to `npm run send`, on the loopback interface. It is opened first of
 * all, so that a second `npm start` finds it however far the first has come.
 *
 * @param running the host, undefined while it is starting
 * @returns what closes it again
 */
export async function openControl(running: () => Host | undefined): Promise<() => Promise<void>> {
	const server = fastify({ forceCloseConnections: true });
	guard(server);
	server.get('/', () => describe(running()));
	server.post('/send', async (request) => {
		const host = running();
		if (host === undefined) throw new Error('The host is still starting');
		const { vendor, event, target } = order.parse(request.body);
		return await deliver(host, vendor, target, (simulator, endpoint) =>
			simulator.send(event, endpoint),
		);
	});
	await mkdir(path.dirname(file), { recursive: true });
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	await writeFile(file, JSON.stringify({ url, pid: process.pid }));
	return async () => {
		await rm(file, { force: true });
		await server.close();
	};
}

const describe = (host: Host | undefined): About => ({
	n8n: host?.n8n.url,
	vendors: Object.fromEntries(
		(host?.vendors ?? []).map(({ simulator }) => [simulator.vendor, [...simulator.events]]),
	),
});

/** What the running host tells of itself; undefined when none runs. */
export async function askControl(): Promise<About | undefined> {
	try {
		const answer = await fetch(await controlUrl());
		return about.parse(await answer.json());
	} catch {
		// A host that was killed leaves its file behind, and nobody listens there.
		return undefined;
	}
}

/** Has the running host deliver an event to every workflow of the target that listens to this vendor. */
export async function askDelivery(vendor: string, event: string, target: Target) {
	const url = await controlUrl();
	const answer = await fetch(`${url}/send`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: url },
		body: JSON.stringify({ vendor, event, target }),
	});
	const body: unknown = await answer.json();
	if (answer.ok) return z.array(delivery).parse(body);
	throw new Error(z.object({ message: z.string() }).parse(body).message);
}

const controlUrl = async () => address.parse(JSON.parse(await readFile(file, 'utf8'))).url;
