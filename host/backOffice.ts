import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

/** The systems that templates call besides the vendors: a CRM, and a shop that knows orders. */
export interface BackOffice {
	/** Host names; the host's proxy leads them here. */
	readonly hosts: readonly string[];
	readonly url: string;
	/** What was posted as a lead, oldest first. */
	readonly leads: readonly unknown[];
	/** Status of each order by its number. */
	readonly orders: Map<string, string>;
	/** While set, every call is answered with this status. */
	failure: number | undefined;
	stop(): Promise<void>;
}

/** Starts a CRM at `crm.example.com` and a shop at `shop.example.com`, with one order. */
export async function startBackOffice(): Promise<BackOffice> {
	const leads: unknown[] = [];
	const orders = new Map([['1042', 'on its way']]);
	const app = Fastify();
	app.addHook('onRequest', async (_request, reply) => {
		if (office.failure !== undefined) await reply.code(office.failure).send({ message: 'Down' });
	});
	app.post('/leads', async ({ body }, reply) => {
		leads.push(body);
		return await reply.code(201).send({ id: leads.length });
	});
	app.get<{ Params: { id: string } }>('/orders/:id', async ({ params }, reply) => {
		const status = orders.get(params.id);
		if (status === undefined) return await reply.code(404).send({ message: 'Unknown order' });
		return { id: params.id, status };
	});
	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	const office: BackOffice = {
		hosts: ['crm.example.com', 'shop.example.com'],
		url: `http://127.0.0.1:${port}`,
		leads,
		orders,
		failure: undefined,
		stop: async () => {
			await app.close();
		},
	};
	return office;
}
