import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fastify from 'fastify';
import { z } from 'zod';
import { deliver, delivery } from './deliver';
import type { Host } from './host';
import { hostFolder, START } from './paths';

const file = path.join(hostFolder(START), 'control.json');
const address = z.object({ url: z.string() });

export const about = z.object({
	n8n: z.string(),
	vendors: z.record(z.array(z.string())),
});
const order = z.object({ vendor: z.string(), event: z.string() });

export type About = z.output<typeof about>;

/**
 * Opens the running host to `npm run send`, on the loopback interface.
 *
 * @returns what closes it again
 */
export async function openControl(host: Host): Promise<() => Promise<void>> {
	const server = fastify();
	server.get('/', () => describe(host));
	server.post('/send', async (request) => {
		const { vendor, event } = order.parse(request.body);
		return await deliver(host, vendor, event);
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	await writeFile(file, JSON.stringify({ url, pid: process.pid }));
	return async () => {
		await rm(file, { force: true });
		await server.close();
	};
}

const describe = ({ n8n, vendors }: Host): About => ({
	n8n: n8n.url,
	vendors: Object.fromEntries(
		vendors.map(({ simulator }) => [simulator.vendor, [...simulator.events]]),
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

/** Has the running host deliver an event to every active workflow that listens to this vendor. */
export async function askDelivery(vendor: string, event: string) {
	const answer = await fetch(`${await controlUrl()}/send`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ vendor, event }),
	});
	const body: unknown = await answer.json();
	if (answer.ok) return z.array(delivery).parse(body);
	throw new Error(z.object({ message: z.string() }).parse(body).message);
}

const controlUrl = async () => address.parse(JSON.parse(await readFile(file, 'utf8'))).url;
