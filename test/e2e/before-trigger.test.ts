import { gzipSync } from 'node:zlib';
import { ask } from '../support/http';
import { expectHealthy } from './support/expectations';
import { startIadvizeStage, type IadvizeStage } from './support/stage';
import { has } from './support/version';

/** What n8n does with a call before the trigger sees it, and so before any proof. */

const MB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const XML_TYPE = { 'content-type': 'application/xml' };

jest.setTimeout(60_000);

let stage: IadvizeStage;
let url: string;
beforeAll(async () => {
	stage = await startIadvizeStage('e2e-before-trigger', 'email-at-conversation-end', {
		N8N_PAYLOAD_SIZE_MAX: '2',
	});
	url = stage.host.n8n.url + new URL(stage.endpoint.url).pathname;
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const send = (headers: Record<string, string>, body: string | Buffer, timeoutMs = 30_000) =>
	ask(url, headers, body, AbortSignal.timeout(timeoutMs));

const gzip = { ...JSON_TYPE, 'content-encoding': 'gzip' };

test.each<[string, Record<string, string>, string | Buffer, number, string]>([
	['broken gzip', gzip, 'no gzip', 500, 'There was a problem executing the workflow'],
	['gzip cut short', gzip, gzipSync('{"a":1}').subarray(0, 12), 500, 'There was a problem'],
	['broken deflate', { ...gzip, 'content-encoding': 'deflate' }, 'no', 500, 'There was a problem'],
	['a body over the limit', JSON_TYPE, Buffer.alloc(3 * MB, ' '), 500, 'There was a problem'],
	['broken JSON', JSON_TYPE, '{"a":', 422, 'Failed to parse request body'],
	['an unknown encoding', { 'content-type': 'application/json; charset=x' }, '{}', 422, 'Failed'],
	['broken XML', XML_TYPE, '<a>', 422, 'Failed to parse request body'],
])('%s is answered by n8n, without a path or a stack trace', async (...row) => {
	const [, headers, body, status, message] = row;
	const answer = await send(headers, body);
	expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(message)]);
	expect(answer.text).not.toMatch(/stack|node_modules|node:|[/\\]host[/\\]|\.[jt]s\b/);
	await expectHealthy(stage);
});

test('what unpacks to more than the limit is cut off', async () => {
	const bomb = gzipSync(Buffer.alloc(40 * MB, ' '));
	const status = await send(gzip, bomb).then(
		(answer) => answer.status,
		() => 'closed',
	);
	expect([500, 'closed']).toContain(status);
	await expectHealthy(stage);
	if (has('logsCauses')) expect(await stage.log()).toContain('request entity too large');
});

async function healthyAfterMs(): Promise<number> {
	const asked = performance.now();
	await expectHealthy(stage);
	return performance.now() - asked;
}

test('while n8n parses nested JSON it answers no one, however the call is refused', async () => {
	const levels = 1_000_000 - 1;
	const over = new AbortController();
	const call = send(JSON_TYPE, '['.repeat(levels) + ']'.repeat(levels)).finally(() => {
		over.abort();
	});
	const whileItParses: number[] = [];
	while (!over.signal.aborted) whileItParses.push(await healthyAfterMs());
	expect((await call).status).toBe(400);
	const afterwards: number[] = [];
	for (let count = 0; count < 20; count++) afterwards.push(await healthyAfterMs());
	expect(Math.max(...whileItParses)).toBeGreaterThan(5 * Math.min(...afterwards));
});

// The last one: from then on this n8n answers no XML.
test('one broken entity in XML, and no XML is answered until n8n is restarted', async () => {
	const xml = () => send(XML_TYPE, '<a>1</a>', 5_000).then((answer) => answer.status);
	expect(await xml()).toBe(401);
	expect((await send(XML_TYPE, '<a>&</a>')).status).toBe(422);
	await expect(xml()).rejects.toThrow('aborted');
	await expectHealthy(stage);
	expect((await send(JSON_TYPE, '{}')).status).toBe(401);
	await stage.host.n8n.restart();
	expect(await xml()).toBe(401);
}, 200_000);
