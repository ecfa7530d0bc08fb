import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Control from '../../../host/control';
import { swiftsellVendor } from '../../../host/vendors/swiftsell';
import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../../simulators/swiftsell';
import { startReceiver, type Receiver } from '../../simulators/support/receiver';
import { fakeHost } from '../../support/fakeHost';
import { ask } from '../../support/http';

// Where the host of `npm start` says its address; not in the folder of one that may be running.
process.env.HOST_FOLDER = mkdtempSync(path.join(tmpdir(), 'control-'));

let control: typeof Control;
let receiver: Receiver;
let simulator: SwiftsellSimulator;
let close: () => Promise<void>;
let url: string;
beforeAll(async () => {
	control = await import('../../../host/control');
	receiver = await startReceiver();
	simulator = await startSwiftsellSimulator();
	const { host } = fakeHost(swiftsellVendor(simulator), receiver.url);
	close = await control.openControl(() => host);
	const file = path.join(process.env.HOST_FOLDER ?? '', 'control.json');
	({ url } = JSON.parse(readFileSync(file, 'utf8')) as { url: string });
});
beforeEach(() => {
	receiver.received.length = 0;
});
afterAll(async () => {
	await close();
	await simulator.stop();
	await receiver.stop();
});

const order = JSON.stringify({ vendor: 'swiftsell', event: 'note', target: 'published' });
const send = (headers: Record<string, string>) =>
	ask(`${url}/send`, { 'content-type': 'application/json', ...headers }, order);

test('npm run send is told what there is, and has it delivered', async () => {
	expect(await control.askControl()).toMatchObject({ vendors: { swiftsell: simulator.events } });
	const [delivery] = await control.askDelivery('swiftsell', 'note', 'published');
	expect(delivery).toMatchObject({ workflow: 'Hear', delivered: true });
	expect(receiver.received).toHaveLength(1);
});

test.each(['rebound.example.com', '127.0.0.1.example.com'])(
	'no one under the name "%s" is told anything',
	async (name) => {
		const host = `${name}:${new URL(url).port}`;
		expect((await ask(`${url}/`, { host })).status).toBe(421);
		expect((await send({ host, origin: `http://${host}` })).status).toBe(421);
		expect(receiver.received).toEqual([]);
	},
);

test.each<[string, Record<string, string>]>([
	['without an origin', {}],
	['from another site', { origin: 'https://example.com' }],
	['from another port of this machine', { origin: 'http://127.0.0.1:1' }],
	['from a sandbox', { origin: 'null' }],
])('no order %s', async (_name, headers) => {
	expect((await send(headers)).status).toBe(403);
	expect(receiver.received).toEqual([]);
});

test('no order as text, which a form can send', async () => {
	expect((await send({ origin: url, 'content-type': 'text/plain' })).status).toBe(415);
	expect(receiver.received).toEqual([]);
});
