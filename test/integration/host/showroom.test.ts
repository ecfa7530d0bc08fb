import { readdirSync, readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import path from 'node:path';
import { openShowroom, type Showroom } from '../../../host/showroom';
import { swiftsellVendor } from '../../../host/vendors/swiftsell';
import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../../simulators/swiftsell';
import { startReceiver, type Receiver } from '../../simulators/support/receiver';
import { fakeHost, type FakeHost } from '../../support/fakeHost';
import { ask as askUrl } from '../../support/http';

const JSON_TYPE = { 'content-type': 'application/json' };
const pageFolder = path.join(__dirname, '../../../host/showroom/page');

let receiver: Receiver;
let simulator: SwiftsellSimulator;
let fake: FakeHost;
let showroom: Showroom;
let port: string;
beforeAll(async () => {
	receiver = await startReceiver();
	simulator = await startSwiftsellSimulator();
	fake = fakeHost(swiftsellVendor(simulator), receiver.url);
	showroom = await openShowroom(fake.host);
	({ port } = new URL(showroom.url));
});
beforeEach(() => {
	receiver.received.length = 0;
	fake.isPublished = true;
});
afterAll(async () => {
	await showroom.stop();
	await simulator.stop();
	await receiver.stop();
});

const ask = (target: string, headers: OutgoingHttpHeaders = {}, body?: string) =>
	askUrl(showroom.url + target, headers, body);

const send = (order: unknown, headers: OutgoingHttpHeaders = { origin: showroom.url }) =>
	ask(
		'/send',
		{ ...JSON_TYPE, ...headers },
		typeof order === 'string' ? order : JSON.stringify(order),
	);
const note = { vendor: 'swiftsell', event: 'note', body: '{"events":[]}' };

test('its address is one of the few after those of n8n, on the loopback interface', () => {
	const { hostname } = new URL(showroom.url);
	expect(hostname).toBe('127.0.0.1');
	expect(Number(port)).toBeGreaterThanOrEqual(5700);
	expect(Number(port)).toBeLessThanOrEqual(5719);
});

describe('whom it answers', () => {
	test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('%s', async (name) => {
		expect((await ask('/state', { host: `${name}:${port}` })).status).toBe(200);
	});

	test.each([
		'rebound.example.com',
		'127.0.0.1.example.com',
		'127.0.0.1',
		'localhost:1',
		'',
		'evil@127.0.0.1',
	])('nobody under the name "%s"', async (name) => {
		const host = name.includes(':') || name.endsWith('.1') ? name : `${name}:${port}`;
		for (const target of ['/', '/state', '/feed', '/nothing']) {
			expect((await ask(target, { host })).status).toBe(421);
		}
	});

	test.each([
		['without an origin', {}],
		['from another site', { origin: 'https://example.com' }],
		['from another port of this machine', { origin: 'http://127.0.0.1:1' }],
		['from a file or a sandbox', { origin: 'null' }],
		['from its own name over https', { origin: 'https://127.0.0.1:5700' }],
	])('no order %s', async (_name, headers) => {
		expect((await send(note, headers)).status).toBe(403);
		expect(receiver.received).toEqual([]);
	});

	test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
		'no order as "%s", which a form can send',
		async (type) => {
			const answer = await send(note, { origin: showroom.url, 'content-type': type });
			expect(answer.status).toBe(415);
			expect(receiver.received).toEqual([]);
		},
	);
});

describe('an order', () => {
	test('is carried out, and answered with all that was sent and what came back', async () => {
		receiver.text = '{"message":"Received"}';
		const { status, text } = await send(note);
		expect(status).toBe(200);
		expect(JSON.parse(text)).toEqual([
			{
				workflow: 'Hear',
				editor: 'http://127.0.0.1:5678/workflow/1',
				url: receiver.url,
				delivered: true,
				attempts: [
					{
						method: 'POST',
						url: receiver.url,
						body: note.body,
						status: 200,
						headers: { 'content-type': 'application/json', token: simulator.access.webhookToken },
						answer: '{"message":"Received"}',
						tookMs: expect.any(Number) as number,
						at: expect.any(Number) as number,
					},
				],
			},
		]);
		expect(receiver.received[0]?.body.toString()).toBe(note.body);
	});

	test('of a forged call is without the secret', async () => {
		const { text } = await send({ ...note, forged: true });
		expect(text).not.toContain(simulator.access.webhookToken);
		expect(receiver.received[0]?.headers.token).not.toBe(simulator.access.webhookToken);
	});

	test('for the editor, which does not listen, says what to click', async () => {
		const { status, text } = await send({ ...note, target: 'editor' });
		expect([status, text]).toEqual([409, expect.stringContaining('click \\"Execute step\\"')]);
		expect(text).toContain('the Example Trigger');
		expect(receiver.received).toEqual([]);
	});

	test('that no workflow receives says so', async () => {
		fake.isPublished = false;
		const { status, text } = await send(note);
		expect([status, text]).toEqual([409, expect.stringContaining('No published workflow listens')]);
	});

	test.each([
		['an unknown vendor', { ...note, vendor: 'nobody' }, 'no vendor called nobody'],
		['a vendor of every object', { ...note, vendor: '__proto__' }, 'no vendor called'],
		['an unknown event', { ...note, event: 'nothing' }, 'no event called nothing'],
		['a path for an event', { ...note, event: '../account' }, 'no event called'],
		['a payload that is no JSON', { ...note, body: '{' }, 'not valid JSON'],
		['a payload that is no text', { ...note, body: {} }, 'That is no order'],
		['no order at all', [], 'That is no order'],
		['a broken one', '{', ''],
	])('%s: 400, and nothing is sent', async (_name, order, message) => {
		const { status, text } = await send(order);
		expect([status, text]).toEqual([400, expect.stringContaining(message)]);
		expect(receiver.received).toEqual([]);
	});
});

describe('the page', () => {
	test('may run and load only its own files, and never in a frame', async () => {
		for (const target of ['/', '/main.mjs', '/state', '/nothing']) {
			const { headers } = await ask(target);
			const policy = String(headers['content-security-policy']);
			expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toContain('unsafe');
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers).not.toHaveProperty('access-control-allow-origin');
		}
	});

	test.each(readdirSync(pageFolder))(
		'%s is served, calls nothing else, and writes no HTML',
		async (file) => {
			const { status, text } = await ask(file === 'index.html' ? '/' : `/${file}`);
			const source = readFileSync(path.join(pageFolder, file), 'utf8');
			expect([status, text]).toEqual([200, source]);
			expect(source.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
			expect(source).not.toMatch(
				/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\sstyle=|\son\w+=/,
			);
		},
	);

	test.each(['/index.ts', '/../index.ts', '/..%2findex.ts', '/page/main.mjs', '/package.json'])(
		'%s is not one of its files',
		async (target) => {
			expect((await ask(target)).status).toBe(404);
		},
	);

	test('is given the vendors, their events and who receives them', async () => {
		expect(JSON.parse((await ask('/state')).text)).toEqual({
			n8n: {
				url: 'http://127.0.0.1:5678',
				publicUrl: 'https://n8n.example.com/',
				email: 'owner@example.com',
			},
			vendors: [
				{
					name: 'swiftsell',
					title: 'Example',
					example: 'message-form-response',
					trigger: 'Example Trigger',
					events: simulator.events.map((name) => ({
						name,
						title: name === 'note' ? 'Note Added' : (expect.any(String) as string),
					})),
					workflows: [{ name: 'Hear', editor: 'http://127.0.0.1:5678/workflow/1' }],
				},
			],
		});
	});

	test('is given an example to edit', async () => {
		const { body } = JSON.parse((await ask('/example?vendor=swiftsell&event=note')).text) as {
			body: string;
		};
		expect(JSON.parse(body)).toHaveProperty('events');
		expect((await ask('/example?vendor=swiftsell&event=nothing')).status).toBe(400);
		expect((await ask('/example')).status).toBe(400);
	});
});

describe('the feed', () => {
	const mail = {
		from: 'a@example.com',
		to: 'b@example.com',
		html: '<b>hi</b>',
		recipients: ['b@example.com'],
		headers: ['from', 'to'],
	};

	test('has the newest fifty mails, the newest first, as text', async () => {
		for (let i = 0; i < 60; i += 1) fake.mails.push({ ...mail, subject: `Mail ${i}`, text: '<i>' });
		const { mails } = JSON.parse((await ask('/feed')).text) as { mails: unknown[] };
		expect(mails).toHaveLength(50);
		expect(mails[0]).toEqual({
			id: '59',
			title: 'Mail 59',
			text: '<i>',
			fields: { from: mail.from, to: mail.to },
		});
	});

	test('has nothing that was there before the showroom was opened', async () => {
		const earlier = { ...mail, subject: 'Earlier', text: '' };
		fake.mails.splice(0, Infinity, earlier);
		const later = await openShowroom(fake.host);
		fake.mails.push({ ...earlier, subject: 'Later' });
		const { text } = await askUrl(`${later.url}/feed`, {});
		await later.stop();
		expect((JSON.parse(text) as { mails: object[] }).mails).toMatchObject([{ title: 'Later' }]);
	});

	test('has what n8n asked of the vendors', async () => {
		await fetch(`${simulator.url}/v1/nothing?page=2`, { method: 'POST', body: '{"a":1}' });
		const { calls } = JSON.parse((await ask('/feed')).text) as { calls: unknown[] };
		expect(calls[0]).toMatchObject({
			title: `POST ${new URL(simulator.url).host}/v1/nothing`,
			fields: { page: '2' },
			text: '{"a":1}',
		});
	});
});
