import { useTemplate } from '../../host/templates';
import { amplifyReachVendor } from '../../host/vendors/amplifyreach';
import type { Vendor } from '../../host/vendors/vendor';
import { productionUrl } from '../../host/webhooks';
import {
	startAmplifyReachSimulator,
	type AmplifyReachSimulator,
} from '../../simulators/amplifyreach';
import type { Endpoint } from '../../simulators/simulator';
import {
	effectOf,
	expectEveryExample,
	expectHealthy,
	expectToldOnce,
	REFUSED,
	TAKEN_WITHOUT_EXECUTION,
} from './support/expectations';
import { listen, type Listener } from './support/hear';
import { outcomeOf, startStage, type Stage } from './support/stage';

jest.setTimeout(60_000);

const BOT = 'n8n-nodes-conversations.amplifyReachBotTrigger';

let amplifyReach: AmplifyReachSimulator;
let vendor: Vendor;
let stage: Stage;
let all: Listener;

beforeAll(async () => {
	amplifyReach = await startAmplifyReachSimulator();
	vendor = amplifyReachVendor(amplifyReach);
	stage = await startStage('e2e-amplifyreach', 'amplifyreach-lead-to-crm', vendor);
	all = await listen(stage, vendor, { events: ['*'] });
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const deliver = (body: Buffer | string, how: object = {}) =>
	outcomeOf(all.stage, () => amplifyReach.deliver({ endpoint: all.endpoint, body, ...how }));

test('every example becomes one execution with the values as sent', async () => {
	await expectEveryExample(amplifyReach, all);
});

describe('a stranger', () => {
	const body = JSON.stringify({ type: 'Contact Information', data: { email: 'a@example.com' } });
	const secret = () => all.endpoint.secret;

	test.each<[string, () => object]>([
		['no secret', () => ({ token: null })],
		['a wrong secret', () => ({ token: 'guess' })],
		['an empty secret', () => ({ token: '' })],
		['the secret twice', () => ({ token: [secret(), secret()] })],
		['the secret in a header', () => ({ token: null, headers: { token: secret() } })],
		['the secret in the body', () => ({ token: null, body: JSON.stringify({ token: secret() }) })],
	])('%s: 401, and no execution', async (_name, how) => {
		const outcome = await deliver(body, how());
		expect(effectOf(outcome)).toEqual(REFUSED);
	});
});

describe('odd bodies leave n8n healthy', () => {
	test.each<[string, string, number[]]>([
		['broken JSON', '{"type":', [422]],
		['null for every field', '{"type":null,"data":null}', [200]],
		['wrong types everywhere', '{"type":7,"data":[true]}', [200]],
		['deep nesting', `{"data":${'['.repeat(200)}${']'.repeat(200)}}`, [400]],
		['an empty body', '', [400]],
	])('%s', async (_name, body, statuses) => {
		expect(statuses).toContain(effectOf(await deliver(body)).status);
		await expectHealthy(stage);
	});
});

test('the same delivery twice starts one execution', async () => {
	const body = JSON.stringify({ type: 'Contact Information', data: { name: 'Grace' } });
	await expectToldOnce(all, () => amplifyReach.deliver({ endpoint: all.endpoint, body }));
});

describe('the lead', () => {
	test('goes to the CRM and to sales, once', async () => {
		const { crm } = stage.host.backOffice;
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		const send = () => outcomeOf(stage, () => amplifyReach.send('contact-information', endpoint));
		const first = await send();
		expect(crm.leads).toHaveLength(1);
		expect(first.mails).toMatchObject([{ to: 'sales@example.com' }]);
		expect(first.mails[0]?.text).toContain('It is in the CRM.');
		const again = await send();
		expect({ leads: crm.leads.length, mails: again.mails }).toEqual({ leads: 1, mails: [] });
	});

	test('is not lost when the CRM is down: the email says so', async () => {
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		stage.host.backOffice.crm.failure = 503;
		const { mails } = await outcomeOf(stage, () =>
			amplifyReach.send('contact-information-phone-only', endpoint),
		);
		stage.host.backOffice.crm.failure = undefined;
		expect(mails).toHaveLength(1);
		expect(mails[0]?.text).toContain('The CRM did not accept it');
	});

	test('is not what a transcript is, which starts nothing', async () => {
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		const outcome = await outcomeOf(stage, () => amplifyReach.send('chat-transcript', endpoint));
		expect(effectOf(outcome)).toEqual(TAKEN_WITHOUT_EXECUTION);
	});
});

describe('the bot that asks for an order', () => {
	let asked: Endpoint;

	beforeAll(async () => {
		const { rest, credentials } = stage.host;
		const workflow = await useTemplate(rest, 'amplifyreach-bot-order-status', credentials, [
			vendor,
		]);
		asked = { ...all.endpoint, url: await productionUrl(rest, workflow, BOT) };
	});

	const ask = (order: string, more: object = {}) =>
		amplifyReach.runTrigger(asked, {
			variables: { order },
			responseKeys: { answer: 'answer' },
			...more,
		});

	test('shows its status', async () => {
		expect((await ask('1042')).shown).toEqual(['Your order 1042 is on its way.']);
	});

	test('also gets an answer for an unknown one', async () => {
		expect((await ask('7')).shown).toEqual(['I cannot find this order. Please check its number.']);
	});

	test.each(['../../x', '1042/../7', '1042?a=b', '10 42', '%2e%2e', 'ä', '', '1'.repeat(41)])(
		'is told that "%s" is not an order number, and the shop is not asked',
		async (order) => {
			const { requests } = stage.host.backOffice.shop;
			const before = requests.length;
			expect((await ask(order)).shown).toEqual([
				'That is not an order number. It has 1 to 40 letters, digits, - and _.',
			]);
			expect(requests).toHaveLength(before);
		},
	);

	test.each<[string, object]>([
		['without the secret', { secretIn: 'nowhere' }],
		['with a wrong one', { headers: { 'X-AmplifyReach-Token': 'guess' } }],
	])('%s learns nothing: 401', async (_name, how) => {
		const report = await ask('1042', how);
		expect(report.attempts[0]?.status).toBe(401);
		expect(report.shown).toEqual([]);
	});

	test('at the address of another way to answer: told which one to use', async () => {
		const wrong = { ...asked, url: asked.url.replace(/last-node$/, 'respond') };
		const report = await amplifyReach.runTrigger(wrong, { variables: { order: '1042' } });
		expect(report.attempts[0]?.status).toBe(400);
		expect(report.attempts[0]?.answer).toContain('/last-node');
	});
});
