import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { describe as describeEvent } from '../../../nodes/Iadvize/describe';
import { completedEvent } from '../../../nodes/shared/conversation';
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
	['is down', down, 'iAdvize is out of order (HTTP 503 after 4 tries)'],
	['refuses every query', refusing, 'iAdvize says: Forbidden'],
	[
		'answers with a page',
		{ status: 200, body: '<html>' },
		'iAdvize sent no answer of its GraphQL API (HTTP 200)',
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
	['is down', down, 'iAdvize is out of order (HTTP 503 after 4 tries)'],
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
	const edited = eventOf(exampleEvent('visitor.updated') as IDataObject);

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

	test('is nobody else, where the filter does nothing', async () => {
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
			notFound('visitor by unique ID', 'iAdvize knows no such visitor'),
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
		expect(error.message).toBe('iAdvize sent no answer of its REST API (HTTP 404)');
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
			notFound('conversation', 'iAdvize knows no such conversation'),
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
