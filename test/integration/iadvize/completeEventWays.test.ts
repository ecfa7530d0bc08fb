import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { describe as describeEvent } from '../../../nodes/Iadvize/describe';
import { completedEvent } from '../../../nodes/shared/completedEvent';
import { newConversation, newVisitor } from '../../../simulators/iadvize';
import { exampleEvent } from '../../support/examples';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';
import { runAction } from '../../support/run';

let bench: IadvizeBench;

beforeAll(async () => {
	bench = await startIadvizeBench();
});

afterEach(() => {
	bench.vendor.reset();
});

afterAll(async () => {
	await bench.stop();
});

const operation = { resource: 'conversation', operation: 'completeEvent' };
const eventOf = (payload: IDataObject) => describeEvent(payload, 'delivery-1') as IDataObject;
const closed = eventOf(exampleEvent('v2.conversation.closed') as IDataObject);
const withoutExternalId = eventOf({
	...exampleEvent('v2.conversation.closed'),
	visitorExternalId: null,
} as IDataObject);
const asked = () => bench.vendor.requests.map(({ path }) => path);
const GRAPHQL = '/graphql';
const VISITOR = '/api/2/visitor/63429889';
const REST = '/api/2/*';

const down = { status: 503, headers: { 'retry-after': '0' } };
const refusing = { status: 200, body: { errors: [{ message: 'Forbidden' }] } };
const forbidden = { status: 200, body: { meta: { status: 'error', message: 'Forbidden' } } };
const fail = (path: string, answer: object) => {
	bench.vendor.faults.add({ path, times: 99, answer: answer as typeof down });
};

interface How {
	parameters?: INodeParameters;
	/** Credentials that are chosen in the node; both unless given. */
	chosen?: string[];
}

async function complete(json: IDataObject, { parameters = {}, chosen }: How = {}) {
	const setting = bench.setting({ ...operation, ...parameters });
	const { items } = await runAction({ ...setting, chosen }, [{ json }]);
	const item = items[0]?.json ?? {};
	expect(completedEvent.safeParse(item).error?.issues).toBeUndefined();
	return item;
}

const failure = async (run: Promise<unknown>) =>
	await run.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; httpCode: string | null },
	);

const found = (what: string) => ({ what, found: true, reason: null });
const notFound = (what: string, reason: string) => ({ what, found: false, reason });

const whole = {
	contact: { name: 'Ada Example', email: 'visitor@example.com', phone: '+33100000001' },
	agent: { id: '2', name: 'Bo Example' },
	transcript: [{ from: 'visitor' }, { from: 'agent' }, { from: 'system' }],
};

test('by GraphQL, and nobody else is asked for the visitor', async () => {
	const { lookedUp } = await complete(closed);
	expect(lookedUp).toEqual(['conversation', 'transcript', 'operator'].map(found));
	expect(asked()).not.toContain(VISITOR);
});

test.each([
	['is down', down, 'iAdvize is unavailable (HTTP 503 after 4 tries)'],
	['refuses every query', refusing, 'iAdvize says: Forbidden'],
	[
		'answers with a page',
		{ status: 200, body: '<html>' },
		'The answer is not from the iAdvize GraphQL API (HTTP 200)',
	],
])('by visitorExternalId, when GraphQL %s', async (_name, answer, reason) => {
	fail(GRAPHQL, answer);
	const item = await complete(closed);
	expect(item).toMatchObject(whole);
	expect(item.lookedUp).toEqual([
		notFound('conversation', reason),
		...['visitor', 'transcript', 'operator'].map(found),
	]);
});

test.each([
	['is down', down, 'iAdvize is unavailable (HTTP 503 after 4 tries)'],
	['refuses the key', forbidden, 'iAdvize does not accept the API key'],
])('by GraphQL, when REST %s', async (_name, answer, reason) => {
	fail(REST, answer);
	const item = await complete(closed);
	expect(item).toMatchObject({ contact: whole.contact, transcript: [] });
	expect(item.lookedUp).toEqual([found('conversation'), notFound('transcript', reason)]);
});

test('by the unique ID that the history names, when the event has no visitorExternalId', async () => {
	const query = 'query ($id: UUID!) { conversation(id: $id) { legacyId } }';
	const item = await complete(withoutExternalId, { parameters: { options: { query } } });
	expect(item).toMatchObject(whole);
	expect(item.lookedUp).toEqual([
		found('conversation'),
		notFound('visitor', 'Not asked: the event has no visitorExternalId'),
		...['transcript', 'visitor by unique ID', 'operator'].map(found),
	]);
});

describe('an edited visitor', () => {
	const edited = eventOf({
		...exampleEvent('visitor.updated'),
		platform: 'ha',
	} as IDataObject);

	test('is found by the unique ID', async () => {
		const item = await complete(edited);
		expect(item).toMatchObject({
			event: 'contact.updated',
			contact: { id: '593de0891b628a50b09835dc6c0e92565329c74baa90e', ...whole.contact },
			transcript: [],
			lookedUp: [found('visitor by unique ID')],
		});
		expect(asked()).toEqual(['/api/2/visitor']);
	});

	test('is never someone else, even if the filter does nothing', async () => {
		const uniqueId = '0'.repeat(45);
		const other = { ...(edited.contact as IDataObject), id: uniqueId };
		const anybody = {
			meta: { status: 'success' },
			data: [{ id: 1, unique_id: '1'.repeat(45), email: 'another@example.com' }],
		};
		fail('/api/2/visitor', { status: 200, body: anybody });
		const item = await complete({ ...edited, contact: other, payload: { visitorId: uniqueId } });
		expect(item).toMatchObject({ contact: { email: null } });
		expect(item.lookedUp).toEqual([
			notFound('visitor by unique ID', 'iAdvize has no such visitor'),
		]);
	});

	test('is asked for again, when REST is down', async () => {
		fail(REST, down);
		expect((await failure(complete(edited))).message).toContain('HTTP 503');
	});
});

test('a transcript by the conversations of the visitor, which are told apart by UUID', async () => {
	const visitor = newVisitor(7001);
	const [first, second] = [7001, 7002].map((id) =>
		newConversation(id, {
			visitorId: visitor.visitorId,
			createdAt: new Date(Date.now() - 60_000).toISOString(),
			history: [[2, '2024-01-01 10:00:00', `Text ${id}`]],
		}),
	);
	bench.vendor.account.visitors.push(visitor);
	if (!first || !second) throw new Error('There is no conversation');
	bench.vendor.account.conversations.push(first, second);
	const event = eventOf({
		eventType: 'v2.conversation.closed',
		conversationId: second.id,
		visitorExternalId: '7001',
	});
	const item = await complete(event, { parameters: { api: 'rest' } });
	expect(item).toMatchObject({
		contact: { email: 'visitor-7001@example.com' },
		transcript: [{ text: 'Text 7002' }],
	});
});

describe('with one credential', () => {
	test('the REST API alone finds all', async () => {
		const chosen = ['iadvizeRestApi'];
		const why = 'Not asked: no credential iAdvize GraphQL API is chosen';
		const item = await complete(closed, { chosen });
		expect(item).toMatchObject(whole);
		expect(item.lookedUp).toMatchObject([notFound('conversation', why), found('visitor'), {}, {}]);
		const { lookedUp } = await complete(closed, { chosen, parameters: { api: 'rest' } });
		expect(lookedUp).toMatchObject([
			notFound('conversation', 'Not asked: API is set to REST Only'),
			...[{}, {}, {}],
		]);
		expect(asked()).not.toContain(GRAPHQL);
	});

	test('the GraphQL API alone finds the visitor', async () => {
		const chosen = ['iadvizeGraphQlApi'];
		const item = await complete(closed, { chosen });
		expect(item).toMatchObject({ contact: whole.contact, transcript: [] });
		expect(item.lookedUp).toEqual([
			found('conversation'),
			notFound('transcript', 'Not asked: no credential iAdvize REST API is chosen'),
		]);
		await complete(closed, { chosen, parameters: { api: 'graphQl' } });
		expect(asked().filter((path) => path.startsWith('/api/2'))).toEqual([]);
	});

	test('without any it fails, and says which', async () => {
		const error = await failure(complete(closed, { chosen: [] }));
		expect(error.message).toBe('iAdvize cannot be asked without a credential');
		expect(error.description).toContain('iAdvize REST API');
	});
});

describe('no email is lost', () => {
	test('when both refuse, both reasons are told', async () => {
		fail(GRAPHQL, refusing);
		fail(REST, forbidden);
		const error = await failure(complete(closed));
		expect(error.message).toBe('iAdvize says: Forbidden; iAdvize does not accept the API key');
	});

	test('when both are down', async () => {
		fail(GRAPHQL, down);
		fail(REST, down);
		expect((await failure(complete(closed))).message).toContain('HTTP 503 after 4 tries');
	});

	test('when GraphQL is down and REST does not know the visitor', async () => {
		bench.vendor.account.visitors.splice(0);
		fail(GRAPHQL, down);
		expect((await failure(complete(closed))).message).toContain('HTTP 503 after 4 tries');
	});

	test('when a page comes in place of the REST API, whatever its status', async () => {
		bench.vendor.account.conversations.splice(0);
		fail(REST, { status: 404, body: '<html>' });
		const error = await failure(complete(closed));
		expect(error.message).toBe('The answer is not from the iAdvize REST API (HTTP 404)');
	});

	test('when GraphQL fails at the address only, and REST is down', async () => {
		const conversation = { legacyId: 9001, visitor: { firstName: 'Ada', email: null } };
		const errors = [{ message: 'Timeout', path: ['conversation', 'visitor', 'email'] }];
		fail(GRAPHQL, { status: 200, body: { data: { conversation }, errors } });
		fail(REST, down);
		expect((await failure(complete(closed))).message).toContain(
			'iAdvize says: Timeout (at conversation.visitor.email)',
		);
	});
});

describe('the item goes on', () => {
	test('when the visitor has no address, and REST refuses', async () => {
		const [ada] = bench.vendor.account.visitors;
		if (ada) ada.email = '';
		fail(REST, forbidden);
		// GraphQL says that there is none.
		expect(await complete(closed)).toMatchObject({ contact: { name: 'Ada Example', email: null } });
	});

	test('with what GraphQL answers beside errors', async () => {
		const visitor = { firstName: 'Ada', email: 'visitor@example.com', phoneNumber: '+331' };
		const conversation = { channel: 'CHAT', legacyId: null, visitor };
		const errors = [{ message: 'No such project', path: ['conversation', 'project'] }];
		fail(GRAPHQL, { status: 200, body: { data: { conversation }, errors } });
		const item = await complete(closed, { parameters: { includeTranscript: false } });
		expect(item).toMatchObject({ contact: { name: 'Ada', email: 'visitor@example.com' } });
		expect(item.lookedUp).toEqual([
			{
				...found('conversation'),
				reason: 'iAdvize says: No such project (at conversation.project)',
			},
		]);
	});

	test('when iAdvize knows neither conversation nor visitor', async () => {
		bench.vendor.account.visitors.splice(0);
		bench.vendor.account.conversations.splice(0);
		const item = await complete(closed);
		expect(item).toMatchObject({ contact: { email: null }, transcript: [] });
		expect(item.lookedUp).toEqual([
			notFound('conversation', 'iAdvize has no such conversation'),
			notFound('visitor', "iAdvize says: Unknown 'visitor' with 'id' 63429889."),
			notFound('transcript', 'iAdvize lists no such conversation'),
			notFound('visitor by unique ID', 'Not asked: no unique ID of the visitor is known'),
		]);
	});
});

test('a login that is refused is tried once, however many items there are', async () => {
	const setting = bench.setting(operation);
	const { iadvizeGraphQlApi = {}, ...others } = setting.credentials ?? {};
	const wrong = { ...iadvizeGraphQlApi, password: 'wrong' };
	const credentials = { ...others, iadvizeGraphQlApi: wrong };
	const items = Array.from({ length: 12 }, () => ({ json: closed }));
	const { items: completed } = await runAction({ ...setting, credentials }, items);
	expect(completed).toHaveLength(12);
	for (const { json } of completed) {
		expect(json).toMatchObject(whole);
		expect(json.lookedUp).toMatchObject([
			notFound('conversation', 'iAdvize does not accept the login (HTTP 400)'),
			...[found('visitor'), found('transcript'), found('operator')],
		]);
	}
	expect(asked().filter((path) => path === '/oauth2/token')).toHaveLength(1);
});

const success = (data: unknown) => ({ status: 200, body: { meta: { status: 'success' }, data } });
const graphQlSays = (data: unknown, errors?: unknown[]) => ({
	status: 200,
	body: { data, ...(errors && { errors }) },
});
const offsite = eventOf({
	...exampleEvent('v2.conversation.closed'),
	channel: 'WHATSAPP',
	visitorExternalId: null,
} as IDataObject);
const restOnly = { parameters: { api: 'rest', includeTranscript: false } };
const briefly = { parameters: { includeTranscript: false } };

describe('what is refused stops nothing else', () => {
	test('one login, and the other API is asked for each item', async () => {
		const setting = bench.setting(operation);
		const { iadvizeGraphQlApi = {}, ...others } = setting.credentials ?? {};
		const credentials = { ...others, iadvizeGraphQlApi: { ...iadvizeGraphQlApi, password: 'no' } };
		const items = [offsite, closed, offsite, closed].map((json) => ({ json }));
		const { items: completed } = await runAction({ ...setting, credentials }, items, true);
		const refused = { json: { error: 'iAdvize does not accept the login (HTTP 400)' } };
		expect(completed).toMatchObject([refused, { json: whole }, refused, { json: whole }]);
		expect(asked().filter((path) => path === '/oauth2/token')).toHaveLength(1);
	});

	test('one call of a working key', async () => {
		fail('/api/2/operator', forbidden);
		const setting = bench.setting({ ...operation, api: 'rest' });
		const { items } = await runAction(setting, [{ json: closed }, { json: closed }]);
		const reason = 'The credential is accepted, but not for this';
		for (const { json } of items) {
			expect(json).toMatchObject({ contact: whole.contact, transcript: whole.transcript });
			expect(json.lookedUp).toMatchObject([
				{},
				found('visitor'),
				found('transcript'),
				notFound('operator', reason),
			]);
		}
	});

	test('the history, and the visitor of a later item is looked for', async () => {
		fail('/api/2/conversation.json-unicode/9001', forbidden);
		fail('/api/2/conversation.json-unicode', forbidden);
		const bare = { channel: 'CHAT', legacyId: 9001 };
		const visitor = { firstName: 'A', lastName: 'B', email: 'a@example.com', phoneNumber: '+331' };
		bench.vendor.faults.add({
			path: GRAPHQL,
			times: 1,
			answer: graphQlSays({ conversation: { ...bare, visitor } }),
		});
		fail(GRAPHQL, graphQlSays({ conversation: { ...bare, visitor: null } }));
		const setting = bench.setting(operation);
		const { items } = await runAction(setting, [{ json: closed }, { json: closed }]);
		expect(items[1]?.json).toMatchObject({ contact: whole.contact });
	});
});

describe('a wrong answer counts as none', () => {
	test.each([[null], [[]], [{}], [[{}]], ['text']])('of REST: %j', async (data) => {
		// No other way to the visitor.
		bench.vendor.account.conversations.splice(0);
		fail(VISITOR, success(data));
		const { message } = await failure(complete(closed, restOnly));
		expect(message).toBe('The answer is not from the iAdvize REST API (HTTP 200)');
	});

	test('of REST: another visitor', async () => {
		// No other way to the visitor.
		bench.vendor.account.conversations.splice(0);
		fail(VISITOR, success({ id: 1, email: 'another@example.com' }));
		const { message } = await failure(complete(closed, restOnly));
		expect(message).toBe('iAdvize sent a different visitor than the one asked for');
	});

	test.each([[{}], [{ conversation: [{}] }], [{ conversation: {} }], [{ conversation: 'x' }]])(
		'of GraphQL: %j',
		async (data) => {
			fail(GRAPHQL, graphQlSays(data));
			const { message } = await failure(complete(offsite, briefly));
			expect(message).toBe('iAdvize sent no conversation');
		},
	);

	test('a list of another form, where an empty one means none', async () => {
		const edited = eventOf({
			...exampleEvent('visitor.updated'),
			platform: 'ha',
		} as IDataObject);
		bench.vendor.faults.add({ path: '/api/2/visitor', times: 1, answer: success([]) });
		expect((await complete(edited)).lookedUp).toEqual([
			notFound('visitor by unique ID', 'iAdvize has no such visitor'),
		]);
		fail('/api/2/visitor', success(null));
		expect((await failure(complete(edited))).message).toContain('is not from the iAdvize REST API');
	});

	test('a history of another conversation', async () => {
		const history = [[2, '2024-01-01 10:00:00', 'Secret', 1704103200000]];
		const xmpp_id = '00000000-0000-0000-0000-000000000000';
		fail('/api/2/conversation.json-unicode/9001', success({ id: 9001, xmpp_id, history }));
		const item = await complete(closed);
		expect(item).toMatchObject({ contact: whole.contact, transcript: [] });
		expect(item.lookedUp).toContainEqual(
			notFound('transcript', 'iAdvize sent the history of another conversation'),
		);
	});

	test('an address in another form does not count as missing', async () => {
		const visitor = { firstName: 'Ada', email: ['a@example.com'] };
		fail(GRAPHQL, graphQlSays({ conversation: { channel: 'WHATSAPP', visitor } }));
		const { message } = await failure(complete(offsite, briefly));
		expect(message).toBe('visitor.email has an unknown form');
	});

	test('with several visitors, none is taken, and that is reported', async () => {
		const visitor = [{ email: 'a@example.com' }, { email: 'b@example.com' }];
		fail(GRAPHQL, graphQlSays({ conversation: { channel: 'WHATSAPP', visitor } }));
		expect(await complete(offsite, briefly)).toMatchObject({
			contact: { email: null },
			lookedUp: [{ reason: 'iAdvize names several visitors, but not which one wrote' }, {}, {}],
		});
	});

	test('a history of another form is told', async () => {
		const { id: xmpp_id } = closed.conversation as IDataObject;
		const history = { 0: [2, '2024-01-01 10:00:00', 'Hi', 1704103200000] };
		fail('/api/2/conversation.json-unicode/9001', success({ id: 9001, xmpp_id, history }));
		expect((await complete(closed)).lookedUp).toContainEqual({
			...found('transcript'),
			reason: 'history has an unknown form',
		});
	});
});

test('a visitor without an ID in the answer is the one that was asked for', async () => {
	fail(VISITOR, success({ firstname: 'Ada', email: 'visitor@example.com' }));
	const item = await complete(closed, restOnly);
	expect(item).toMatchObject({ contact: { email: 'visitor@example.com' } });
});

test.each([
	['duration', ['conversation', 'duration'], null],
	[
		'email',
		['conversation', 'visitor', 'email'],
		'iAdvize says: no (at conversation.visitor.email)',
	],
	['visitor', ['conversation', 'visitor'], 'iAdvize says: no (at conversation.visitor)'],
	['nowhere', undefined, 'iAdvize says: no'],
])('no address beside an error at %s', async (_name, path, expected) => {
	const visitor = { firstName: 'Ada', email: null };
	const conversation = { channel: 'WHATSAPP', visitor };
	fail(GRAPHQL, graphQlSays({ conversation }, [{ message: 'no', path }]));
	const run = complete(offsite, briefly);
	if (expected === null) expect(await run).toMatchObject({ contact: { name: 'Ada', email: null } });
	else expect((await failure(run)).message).toBe(expected);
});

test('an API of another platform is not asked: it has different people under the same IDs', async () => {
	const event = eventOf({
		...exampleEvent('v2.conversation.closed'),
		platform: 'SD',
	} as IDataObject);
	const why = 'Not asked: the event is from platform sd, the credential is for ha';
	expect(await complete(event)).toMatchObject({
		contact: { email: null },
		transcript: [],
		lookedUp: [notFound('conversation', why), notFound('visitor', why), {}, {}],
	});
	expect(asked()).toEqual([]);
});

test('without a transcript, the history is read for the unique ID that it names', async () => {
	const query = 'query ($id: UUID!) { conversation(id: $id) { legacyId } }';
	const parameters = { options: { query }, includeTranscript: false };
	const item = await complete(withoutExternalId, { parameters });
	expect(item).toMatchObject({ contact: whole.contact, transcript: [] });
	expect(item.lookedUp).toMatchObject([
		found('conversation'),
		{},
		found('unique ID of the visitor'),
		found('visitor by unique ID'),
	]);
});

test('a visitorExternalId with the platform before it', async () => {
	const payload = { ...exampleEvent('v2.conversation.closed'), visitorExternalId: 'ha-63429889' };
	const item = await complete(eventOf(payload as IDataObject), restOnly);
	expect(item).toMatchObject({ contact: whole.contact });
});

test('a channel that is not known has a transcript, too', async () => {
	const payload = { ...exampleEvent('v2.conversation.closed'), channel: 'LIVE_MESSAGE' };
	expect(await complete(eventOf(payload as IDataObject))).toMatchObject(whole);
});
