import type { CredentialDraft } from '../../host/rest';
import { messangiVendor } from '../../host/vendors/messangi';
import type { Vendor } from '../../host/vendors/vendor';
import { startMessangiSimulator, type MessangiSimulator } from '../../simulators/messangi';
import {
	effectOf,
	expectEveryExample,
	expectHealthy,
	expectToldOnce,
	ONE_EXECUTION,
	REFUSED,
	TAKEN_WITHOUT_EXECUTION,
} from './support/expectations';
import { listen, type Listener } from './support/hear';
import { outcomeOf, startStage, type Stage } from './support/stage';
import { where, whereNot } from './support/version';

jest.setTimeout(60_000);

let messangi: MessangiSimulator;
let vendor: Vendor;
let stage: Stage;
let all: Listener;

beforeAll(async () => {
	messangi = await startMessangiSimulator();
	vendor = messangiVendor(messangi);
	stage = await startStage('e2e-messangi', 'messangi-sms-on-option-chosen', vendor);
	all = await listen(stage, vendor, { events: ['*'], authentication: 'headerOrQuery' });
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const deliver = (body: Buffer | string, how: object = {}) =>
	outcomeOf(all.stage, () => messangi.deliver({ endpoint: all.endpoint, body, ...how }));

test('every example becomes one execution with the values as sent', async () => {
	await expectEveryExample(messangi, all);
});

describe('a stranger', () => {
	const body = JSON.stringify({ campaignId: '13010', option: 'One month', keyword: 1 });

	test.each<[string, () => object]>([
		['no secret', () => ({ secretIn: 'nowhere' })],
		['a wrong secret', () => ({ endpoint: { ...all.endpoint, secret: 'guess' } })],
		['a header of another name', () => ({ headerName: 'X-Other' })],
		[
			'the secret twice',
			() => ({
				secretIn: 'nowhere',
				headers: { [messangi.access.headerName]: [all.endpoint.secret, all.endpoint.secret] },
			}),
		],
		[
			'the secret in the body',
			() => ({ secretIn: 'nowhere', body: JSON.stringify({ token: all.endpoint.secret }) }),
		],
		[
			'the secret twice in the address',
			() => ({
				secretIn: 'nowhere',
				endpoint: {
					...all.endpoint,
					url: `${all.endpoint.url}?token=${all.endpoint.secret}&token=${all.endpoint.secret}`,
				},
			}),
		],
	])('%s: 401, and no execution', async (_name, how) => {
		const outcome = await deliver(body, how());
		expect(effectOf(outcome)).toEqual(REFUSED);
	});

	test('the header alone proves a chatbot where only the header is asked for', async () => {
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		const outcome = await outcomeOf(stage, () =>
			messangi.deliver({ endpoint, body, secretIn: 'query' }),
		);
		expect(effectOf(outcome)).toEqual(REFUSED);
	});
});

describe('odd bodies leave n8n healthy', () => {
	const nothing = { campaignId: null, label: null, option: null, keyword: null, phoneNumber: null };
	test.each<[string, string, number[]]>([
		['broken JSON', '{"campaignId":', [422]],
		['null for every field', JSON.stringify(nothing), [200]],
		['wrong types everywhere', '{"campaignId":[],"option":{},"phoneNumber":true,"date":7}', [200]],
		['deep nesting', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`, [400]],
		['an empty body', '', [400]],
	])('%s', async (_name, body, statuses) => {
		expect(statuses).toContain(effectOf(await deliver(body)).status);
		await expectHealthy(stage);
	});
});

test('a list of 1,000 events becomes 1,000 items in order', async () => {
	const events = Array.from({ length: 1000 }, (_, index) => ({
		campaignId: '13010',
		option: String(index),
		keyword: index,
		filler: 'x'.repeat(500),
	}));
	const outcome = await deliver(JSON.stringify(events));
	expect(effectOf(outcome)).toEqual(ONE_EXECUTION);
	const items = (await all.heard()) as { payload: { keyword: number } }[];
	expect(items.map(({ payload }) => payload.keyword)).toEqual(events.map(({ keyword }) => keyword));
});

test('the same delivery twice starts one execution', async () => {
	const body = JSON.stringify({ campaignId: '13010', option: 'One month', keyword: 1 });
	await expectToldOnce(all, () => messangi.deliver({ endpoint: all.endpoint, body }));
});

describe('the template', () => {
	test('a choice is confirmed by SMS, once, with one log-in', async () => {
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		const choose = () =>
			outcomeOf(stage, () =>
				messangi.send('chatbot-interaction-option', endpoint, { verbatim: true }),
			);
		const first = await choose();
		expect(first.execution?.result.error).toBeUndefined();
		expect(messangi.account.messages).toMatchObject([{ to: '15550100102' }]);
		expect(JSON.stringify(messangi.account.messages)).toContain('You have chosen: One month');
		await choose();
		expect(messangi.account.messages).toHaveLength(1);

		await outcomeOf(stage, () => messangi.send('chatbot-interaction-option', endpoint));
		expect(messangi.account.messages).toHaveLength(2);
		const logIns = messangi.requests.filter(({ path }) => path.endsWith('/login'));
		expect(logIns).toHaveLength(1);
	});

	test('what is not selected starts nothing', async () => {
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		const outcome = await outcomeOf(stage, () =>
			messangi.send('chatbot-interaction-response', endpoint),
		);
		expect(effectOf(outcome)).toEqual(TAKEN_WITHOUT_EXECUTION);
	});
});

describe('the test button', () => {
	const says = async (type: string, data?: CredentialDraft['data']) => {
		const stored = stage.host.credentials.find((credential) => credential.type === type);
		if (!stored) throw new Error(`There is no credential ${type}`);
		return await stage.host.rest.credentials.test(stored, data);
	};
	const host = 'https://elastic.messangi.me';

	test.each(['messangiWebhookApi', 'messangiApi'])('of %s works', async (type) => {
		expect(await says(type)).toMatchObject({ status: 'OK' });
	});

	test('accepts the API key, with the word before it or without, and sends nothing', async () => {
		const { apiKey: key } = messangi.access;
		for (const apiKey of [key, `Bearer ${key}`]) {
			expect(await says('messangiApi', { host, method: 'key', apiKey })).toMatchObject({
				status: 'OK',
			});
		}
		expect(messangi.account.triggered).toEqual([]);
	});

	const wrong: [string, CredentialDraft['data']][] = [
		['a wrong key', { method: 'key', apiKey: 'wrong' }],
		['an empty key', { method: 'key', apiKey: '' }],
		['a wrong password', { method: 'login', username: 'a@example.com', password: 'wrong' }],
	];

	where('refusesByStatus').each(wrong)('does not accept %s', async (_name, data) => {
		expect((await says('messangiApi', { host, ...data })).status).toBe('Error');
	});

	where('quotesRules').each(wrong)('says what is wrong with %s', async (_name, data) => {
		const { message } = await says('messangiApi', { host, ...data });
		expect(message).toMatch(/^Messangi does not accept this/);
	});

	whereNot('refusesByStatus')('takes each answer to a key for a good one', async () => {
		const data = { host, method: 'key', apiKey: 'wrong' };
		expect((await says('messangiApi', data)).status).toBe('OK');
	});
});
