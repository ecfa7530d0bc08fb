import { errorBody } from '../../../simulators/salesiq';
import { runHook, type Setting } from '../../support/run';
import { APP, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

let bench: SalesIqBench;

beforeAll(async () => {
	bench = await startSalesIqBench();
});

afterEach(() => {
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const refused = async (setting: Setting, method: 'create' | 'checkExists' = 'create') =>
	await runHook(setting, method).then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; stack: string },
	);

const administration = { events: ['operator.created'] };
const data = { events: ['conversation.missed'] };

describe('activation is refused, and says what to do', () => {
	test.each([
		['http://localhost:5678', 'localhost is not a public host'],
		['https://10.0.0.1', '10.0.0.1 is not a public host'],
		['https://n8n', 'n8n is not a public host'],
	])('at the local address %s, before SalesIQ is asked', async (address, why) => {
		const trigger = bench.trigger({ ...data, options: {} }, { address });
		const error = await refused(trigger);
		expect(error.message).toContain(why);
		expect(error.description).toContain('WEBHOOK_URL');
		expect(bench.vendor.requests).toEqual([]);
	});

	test('without an ID in the address, before SalesIQ is asked', async () => {
		const error = await refused(bench.trigger(data, { webhookId: null }));
		expect(error.message).toContain('no webhook ID');
		expect(error.description).toContain('cut the trigger and paste it');
		expect(bench.vendor.requests).toEqual([]);
	});

	test('with a step of a newer version than n8n has, before SalesIQ is asked', async () => {
		const trigger = bench.trigger(data, { newerSteps: ['Keep It'] });
		expect((await refused(trigger, 'checkExists')).message).toContain('"Keep It" needs version');
		expect(bench.vendor.requests).toEqual([]);
	});

	test('when the address does not answer HEAD', async () => {
		const trigger = bench.trigger(data, { address: 'http://127.0.0.1:1' });
		const error = await refused(trigger);
		expect(error.message).toContain('(url), code 1015');
		expect(error.description).toContain('sends the address a HEAD request and expects status 200');
		expect(trigger.log.join()).toContain('no port number');
	});

	test('without an event', async () => {
		for (const parameters of [{ events: [] }, { events: ['no.such.event'] }]) {
			const error = await refused(bench.trigger(parameters));
			expect(error).toMatchObject({ message: 'No event is chosen' });
		}
	});

	test.each([
		['', 'No portal is chosen'],
		['..', 'No portal is chosen'],
		['another', 'does not know the portal'],
	])('for the portal "%s"', async (value, message) => {
		const portal = { __rl: true, mode: 'name', value };
		const error = await refused(bench.trigger({ ...data, portal }));
		expect(error.message).toContain(message);
		expect(error.description).toContain('screen name');
		expect(await refused(bench.trigger({ ...data, portal }))).toBeDefined();
	});

	test('without a connected credential', async () => {
		const trigger = bench.trigger(data);
		delete trigger.credentials.zohoSalesIqOAuth2Api?.oauthTokenData;
		const error = await refused(trigger);
		expect(error).toMatchObject({
			message: 'The credential is not connected to Zoho',
			description: expect.stringContaining('click Connect') as string,
		});
	});

	test('at the fourth webhook for events of the portal', async () => {
		for (let count = 0; count < 3; count += 1) {
			await runHook(bench.trigger(administration), 'create');
		}
		const error = await refused(bench.trigger(administration));
		expect(error.message).toContain('code 1017');
		expect(error.description).toContain('has 3 in all: remove one under Settings');
		expect(error.description).not.toContain('HEAD');
		expect(bench.vendor.account.webhooks).toHaveLength(3);
	});

	test.each([
		['conversation.metrics', ['conversation.completed', 'conversation.metrics']],
		['tag.created', ['operator.created', 'tag.created', 'operator.deleted']],
	])('for %s, which this portal does not know', async (event, events) => {
		const error = await refused(bench.trigger({ events }));
		expect(error.description).toContain(`The event is ${event}: remove it`);
		expect(bench.vendor.account.webhooks).toEqual([]);
	});

	test('in a plan without webhooks', async () => {
		bench.vendor.settings.webhooksInPlan = false;
		expect((await refused(bench.trigger(data))).description).toContain('webhooks need Enterprise');
	});

	test('in words that hold codes: only its own code counts', async () => {
		const body = errorBody(9999, { json_key: 'url', message: 'No code 1009 (events[0])' });
		bench.vendor.faults.add({ method: 'POST', times: 2, answer: { status: 200, body } });
		const error = await refused(bench.trigger(data));
		expect(error.message).toContain('(url), code 9999');
		expect(error.description).toContain('sends the address a HEAD request and expects status 200');
	});

	test('for an app that is gone', async () => {
		const error = await refused(bench.trigger({ ...data, app_ids: [APP, '5'] }));
		expect(error.message).toContain('(app_ids[1])');
	});

	test('when SalesIQ refuses the check, too', async () => {
		const trigger = bench.trigger(data);
		await runHook(trigger, 'create');
		bench.vendor.faults.add({ answer: { status: 200, body: errorBody(1009) } });
		expect((await refused(trigger, 'checkExists')).description).toContain('Add the scope');
	});
});

test('the token is in no error and no line of the log', async () => {
	const trigger = bench.trigger(data);
	const errors = [];
	for (const code of [1002, 1008, 1009, 1017]) {
		bench.vendor.faults.add({ times: 2, answer: { status: 200, body: errorBody(code) } });
		errors.push(await refused(trigger));
		bench.vendor.faults.clear();
	}
	bench.vendor.faults.add({ method: 'POST', drop: true });
	errors.push(await refused(trigger));
	const told =
		JSON.stringify(errors) + errors.map(({ stack }) => stack).join() + trigger.log.join();
	expect(told).toContain('SalesIQ');
	expect(told).not.toContain('example-access-token');
	expect(told).not.toContain(bench.vendor.access.clientSecret);
	expect(told).not.toMatch(/[?&]token=/);
});

test('a token that SalesIQ repeats as the name of a field is told nowhere', async () => {
	const trigger = bench.trigger(data);
	await runHook(trigger, 'create');
	const token = new URL(bench.vendor.account.webhooks[0]?.url ?? '').searchParams.get('token');
	bench.vendor.account.webhooks = [];
	const body = errorBody(1009, { json_key: `${trigger.url}?token=${token}` });
	bench.vendor.faults.add({ method: 'POST', answer: { status: 200, body } });
	const error = await refused(trigger);
	expect(error).toMatchObject({ context: { vendorCode: 1009, culprit: `${trigger.url}?token=…` } });
	expect(token).toMatch(/^[\w-]{32}$/);
	expect(JSON.stringify(error) + error.stack + trigger.log.join()).not.toContain(token);
});
