import { createPublicKey } from 'node:crypto';
import { shapeOf } from './support/iadvize';
import type { Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';
import type { TestBed } from './support/salesiq';
import { example, startTestBed } from './support/salesiq';

let bed: TestBed;
let receiver: Receiver;
beforeAll(async () => {
	bed = await startTestBed();
	receiver = await startReceiver();
});
beforeEach(() => {
	bed.simulator.reset();
	receiver.received.length = 0;
	receiver.answers = [];
});
afterAll(async () => {
	await bed.simulator.stop();
	await receiver.stop();
});

interface Webhook {
	id: string;
	url: string;
	events: string[];
	app_ids: string[];
	status: string;
	modified_time: string;
	public_keys: { id: string; key: string }[];
}

const APP = '46675600000002043';

function form(change: object = {}) {
	const { url } = receiver;
	const events = ['conversation.created'];
	return { type: 'data', url, events, app_ids: [APP], secured: true, version: '1', ...change };
}

function administration(change: object = {}) {
	const events = ['department.created', 'operator.deleted'];
	return form({ type: 'administration', events, app_ids: undefined, ...change });
}

const create = (change: object = {}) =>
	bed.data<Webhook>('/webhooks', { json: { ...form(), ...change } });
const get = (id: string) => bed.data<Webhook>(`/webhooks/${id}`);

describe('registration', () => {
	test('answers like the example, with a key of its own', async () => {
		const { body } = await bed.api('/webhooks', { json: form() });
		expect(shapeOf(body)).toEqual(shapeOf(example('rest/webhook-details.response.json')));
		const { data } = body as { data: Webhook };
		expect(data).toMatchObject({ url: receiver.url, app_ids: [APP], status: 'enabled' });
		expect(createPublicKey(data.public_keys[0]?.key ?? '').asymmetricKeyType).toBe('rsa');
		expect(await get(data.id)).toEqual(data);
	});

	test('asks the address by HEAD first', async () => {
		await create();
		expect(receiver.received).toMatchObject([{ method: 'HEAD', url: '/webhook/1' }]);
	});

	test.each([404, 500, 204, 302])('fails when HEAD is answered with %i', async (status) => {
		receiver.answers = [status];
		expect(await bed.code('/webhooks', { json: form() })).toBe(1015);
		expect(bed.simulator.account.webhooks).toEqual([]);
	});

	test('fails when HEAD is not answered in time', async () => {
		const hasty = await startTestBed({ timeouts: { replyMs: 50 } });
		receiver.answers = [null];
		expect(await hasty.code('/webhooks', { json: form() })).toBe(1015);
		await hasty.simulator.stop();
	});

	test('refuses a port in the address, as the vendor does', async () => {
		bed.simulator.settings.refusePorts = true;
		expect(await bed.code('/webhooks', { json: form() })).toBe(1015);
		expect(receiver.received).toEqual([]);
	});

	test.each([
		['no type', { type: undefined }, 1015, 'type'],
		['an unknown type', { type: 'both' }, 1015, 'type'],
		['no address', { url: undefined }, 1015, 'url'],
		['no web address', { url: 'example.com' }, 1015, 'url'],
		['an address that is a number', { url: 1 }, 1007, 'url'],
		['no events', { events: [] }, 1015, 'events'],
		['an event that never was', { events: ['conversation.ended'] }, 1015, 'events[0]'],
		[
			'an event of the other kind',
			{ events: ['conversation.created', 'operator.created'] },
			1015,
			'events[1]',
		],
		['an event of Workflows', { events: ['conversation.reopened'] }, 1015, 'events[0]'],
		['an event that is a number', { events: [1] }, 1007, 'events[0]'],
		['no apps', { app_ids: undefined }, 1015, 'app_ids'],
		['an unknown app', { app_ids: ['1'] }, 1015, 'app_ids[0]'],
		['secured as text', { secured: 'true' }, 1007, 'secured'],
		['another version', { version: '2' }, 1015, 'version'],
		[
			'apps for administration',
			{ type: 'administration', events: ['operator.created'] },
			1015,
			'app_ids',
		],
		[
			'too short a memory',
			{ expiry_time_for_executions_data: '180000000' },
			1015,
			'expiry_time_for_executions_data',
		],
	])('refuses: %s', async (_name, change, code, json_key) => {
		const { body } = await bed.api('/webhooks', { json: { ...form(), ...change } });
		expect(body).toEqual({ error: expect.objectContaining({ code, json_key }) as object });
	});

	test('is limited to three webhooks of the portal', async () => {
		const codes = [];
		for (let i = 0; i < 4; i += 1) {
			codes.push(await bed.code('/webhooks', { json: administration() }));
		}
		expect(codes).toEqual([undefined, undefined, undefined, 1017]);
		expect(await bed.code('/webhooks', { json: form() })).toBeUndefined();
	});

	test('is limited to three also when all are asked for at once', async () => {
		const asking = Array.from({ length: 5 }, () => {
			return bed.code('/webhooks', { json: administration() });
		});
		const codes = await Promise.all(asking);
		expect(codes.filter((code) => code === 1017)).toHaveLength(2);
	});

	test('can be doubled, unless a test says otherwise', async () => {
		await create();
		await create();
		expect(bed.simulator.account.webhooks).toHaveLength(2);
		bed.simulator.settings.uniqueUrls = true;
		expect(await bed.code('/webhooks', { json: form() })).toBe(1014);
	});

	test('needs a plan that has webhooks', async () => {
		bed.simulator.settings.webhooksInPlan = false;
		expect(await bed.code('/webhooks', { json: form() })).toBe(1021);
		expect(await bed.code('/webhooks?type=data')).toBe(1021);
	});

	test('can come without a key, and unsecured always does', async () => {
		expect((await create({ secured: false })).public_keys).toEqual([]);
		bed.simulator.settings.newWebhookHasKey = false;
		expect((await create()).public_keys).toEqual([]);
	});
});

describe('the list', () => {
	test('has the webhooks of one type, as the details have them', async () => {
		const data = await create();
		await bed.data('/webhooks', { json: administration() });
		expect(await bed.data('/webhooks?type=data')).toEqual([data]);
		expect(await bed.data('/webhooks?type=administration')).toMatchObject([
			{ type: 'administration', app_ids: [] },
		]);
	});

	test('wants to know the type', async () => {
		const { body } = await bed.api('/webhooks');
		expect(body).toMatchObject({ error: { code: 1011, param: 'type' } });
	});

	test('is filtered by app and sorted', async () => {
		const first = await create();
		bed.clock.advance(1);
		const second = await create({ app_ids: ['46675600000002051'] });
		const ids = async (query: string) =>
			(await bed.data<Webhook[]>(`/webhooks?type=data${query}`)).map(({ id }) => id);
		expect(await ids(`&app_ids=${APP}`)).toEqual([first.id]);
		expect(await ids('&sort_by=-created_time')).toEqual([second.id, first.id]);
		expect(await ids(`&sort_by=${encodeURIComponent('+created_time')}`)).toEqual([
			first.id,
			second.id,
		]);
		expect(await bed.code('/webhooks?type=data&sort_by=name')).toBe(1011);
	});

	test('has a summary like the example', async () => {
		await create();
		await bed.data('/webhooks', { json: administration() });
		const { body } = await bed.api('/webhooks?mode=meta');
		expect(shapeOf(body)).toEqual(shapeOf(example('rest/webhooks-summary.response.json')));
		expect(body).toMatchObject({
			data: { administration: '1', data: '1', enabled: '2', disabled: '0' },
		});
	});
});

describe('an update', () => {
	test('replaces events and apps, and asks by HEAD only for another address', async () => {
		const { id, modified_time } = await create();
		bed.clock.advance(5);
		receiver.received.length = 0;
		const change = { events: ['conversation.missed'], app_ids: ['46675600000002051'] };
		const updated = await bed.data<Webhook>(`/webhooks/${id}`, {
			method: 'PUT',
			json: { type: 'data', ...change },
		});
		expect(updated).toMatchObject({ id, url: receiver.url, ...change });
		expect(Number(updated.modified_time) - Number(modified_time)).toBe(5);
		expect(receiver.received).toEqual([]);
		const url = `${receiver.url}/other`;
		await bed.data(`/webhooks/${id}`, { method: 'PUT', json: { type: 'data', url } });
		expect(receiver.received).toMatchObject([{ method: 'HEAD', url: '/webhook/1/other' }]);
	});

	test('changes nothing when HEAD fails', async () => {
		const webhook = await create();
		receiver.answers = [500];
		const json = { type: 'data', url: `${receiver.url}/other`, events: ['conversation.missed'] };
		expect(await bed.code(`/webhooks/${webhook.id}`, { method: 'PUT', json })).toBe(1015);
		expect(await get(webhook.id)).toEqual(webhook);
	});

	test('keeps the type, and wants it told', async () => {
		const { id } = await create();
		const put = (json: object) => bed.code(`/webhooks/${id}`, { method: 'PUT', json });
		expect(await put({ url: receiver.url })).toBe(1015);
		expect(await put({ type: 'administration' })).toBe(1015);
	});

	test('that secures a webhook gives it a key', async () => {
		const { id } = await create({ secured: false });
		const json = { type: 'data', secured: true };
		const updated = await bed.data<Webhook>(`/webhooks/${id}`, { method: 'PUT', json });
		expect(updated.public_keys).toHaveLength(1);
	});
});

test('a deleted webhook is gone', async () => {
	const { id } = await create();
	expect(await bed.code(`/webhooks/${id}`, { method: 'DELETE' })).toBeUndefined();
	expect(await bed.code(`/webhooks/${id}`)).toBe(1019);
	expect(await bed.code(`/webhooks/${id}`, { method: 'DELETE' })).toBe(1019);
});

test('what a deletion answers is for a test to choose', async () => {
	bed.simulator.settings.undocumentedAnswer = 'empty';
	const { id } = await create();
	expect(await bed.api(`/webhooks/${id}`, { method: 'DELETE' })).toEqual({ status: 204, body: '' });
});

describe('keys', () => {
	const addKey = (id: string, how = {}) =>
		bed.api(`/webhooks/${id}/keys`, { method: 'POST', ...how });

	test('are two at most, newest last, in an answer like the example', async () => {
		const { id, public_keys } = await create();
		const { body } = await addKey(id);
		expect(shapeOf(body)).toEqual(shapeOf(example('rest/webhook-generate-key.response.json')));
		const { data } = body as { data: Webhook };
		expect(data.public_keys).toHaveLength(2);
		expect(data.public_keys[0]).toEqual(public_keys[0]);
		expect(await addKey(id, { json: {} })).toMatchObject({ body: { error: { code: 1017 } } });
	});

	test('can be deleted but for the last', async () => {
		const { id, public_keys } = await create();
		await addKey(id);
		const drop = (keyId = '') => bed.code(`/webhooks/${id}/keys/${keyId}`, { method: 'DELETE' });
		expect(await drop('1')).toBe(1019);
		expect(await drop(public_keys[0]?.id)).toBeUndefined();
		const [left] = (await get(id)).public_keys;
		expect(left?.id).not.toBe(public_keys[0]?.id);
		expect(await drop(left?.id)).toBe(1026);
	});

	test.each([
		['pem', /^-----BEGIN PUBLIC KEY-----\n/],
		['escaped-pem', /^-----BEGIN PUBLIC KEY-----\\n/],
		['base64', /^[A-Za-z0-9+/]+=*$/],
		['empty', /^$/],
		['number', /^\d+$/],
	] as const)('are shown as %s when a test says so', async (format, looks) => {
		bed.simulator.settings.keyFormat = format;
		expect((await create()).public_keys[0]?.key).toMatch(looks);
	});
});

describe('events and apps', () => {
	test('are added to those there are', async () => {
		const { id } = await create();
		await bed.api(`/webhooks/${id}/events`, {
			json: example('rest/webhook-add-events.request.json'),
		});
		expect((await get(id)).events).toEqual([
			'conversation.created',
			'conversation.missed',
			'conversation.visitor.replied',
			'conversation.operator.replied',
			'conversation.rated',
		]);
		expect(await bed.code(`/webhooks/${id}/events`, { json: { ids: ['operator.created'] } })).toBe(
			1015,
		);
		await bed.api(`/webhooks/${id}/apps`, { json: { ids: ['46675600000002051'] } });
		expect((await get(id)).app_ids).toEqual([APP, '46675600000002051']);
	});

	test('are taken away, one by one or all', async () => {
		const both = [APP, '46675600000002051'];
		const { id } = await create({
			app_ids: both,
			events: ['conversation.created', 'conversation.rated'],
		});
		const drop = (path: string) => bed.code(`/webhooks/${id}${path}`, { method: 'DELETE' });
		expect(await drop(`/apps/${APP}`)).toBeUndefined();
		expect((await get(id)).app_ids).toEqual(['46675600000002051']);
		expect(await drop(`/apps/${APP}`)).toBe(1019);
		await drop('/apps');
		await drop('/events/conversation.created');
		expect(await get(id)).toMatchObject({ app_ids: [], events: ['conversation.rated'] });
	});
});

test('scopes are told apart', async () => {
	const token = bed.simulator.issueToken({ scopes: ['SalesIQ.webhooks.READ'] });
	const { id } = await create();
	expect(await bed.code(`/webhooks/${id}`, { token })).toBeUndefined();
	expect(await bed.code('/webhooks', { token, json: form() })).toBe(1009);
	expect(await bed.code(`/webhooks/${id}`, { token, method: 'DELETE' })).toBe(1009);
	expect(await bed.code(`/webhooks/${id}/keys`, { token, method: 'POST' })).toBe(1009);
});
