import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook, type Outcome } from '../../support/run';
import { exampleOf } from '../../support/vendorExamples';

const token = 'ExampleWebhookToken0123456789abcdef';
const body = exampleOf('messangi', 'chatbot-interaction-option');

let pack: Pack;
let server: Server;
let heard: IncomingMessage;

beforeAll(async () => {
	pack = await loadPack();
	server = createServer((incoming, answer) => {
		heard = incoming;
		incoming.resume();
		answer.end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
});

afterAll(() => {
	server.close();
});

/** A call with these header lines, as Node.js tells n8n of it. */
async function callWith(headerName: string, values: string[]): Promise<Outcome> {
	const { port } = server.address() as AddressInfo;
	const lines = ['Host', `127.0.0.1:${port}`, ...values.flatMap((value) => [headerName, value])];
	const sent = request({ port, method: 'POST', headers: lines as never });
	sent.end();
	const [answer] = (await once(sent, 'response')) as [IncomingMessage];
	await buffer(answer);
	const { headers, rawHeaders } = heard;
	return await runWebhook(
		{
			pack,
			node: 'messangiTrigger',
			parameters: { events: ['*'] },
			credentials: { messangiWebhookApi: { headerName, token } },
		},
		{ rawBody: body, headers: headers as Record<string, string>, rawHeaders },
	);
}

// Of the first ones Node.js keeps one value only, and drops the others.
describe.each([
	'Age',
	'Authorization',
	'ETag',
	'Expires',
	'From',
	'If-Modified-Since',
	'If-Unmodified-Since',
	'Last-Modified',
	'Location',
	'Max-Forwards',
	'Proxy-Authorization',
	'Referer',
	'Retry-After',
	'Server',
	'User-Agent',
	'Cookie',
	'X-Messangi-Token',
])('a proof in %s', (headerName) => {
	test('is taken once', async () => {
		expect((await callWith(headerName, [token])).items).toHaveLength(1);
	});

	test.each([
		['the same', [token, token]],
		['a wrong one second', [token, 'guess']],
		['an empty one second', [token, '']],
		['a wrong one first', ['guess', token]],
		['three times', [token, token, token]],
	])('is refused twice: %s', async (_name, values) => {
		expect(await callWith(headerName, values)).toMatchObject({ status: 401, items: undefined });
	});
});
