import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { describe as describeEvent } from '../../../nodes/Iadvize/describe';
import { exampleEvent } from '../../support/examples';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';
import { loadOptionsContext, runAction } from '../../support/run';

let bench: IadvizeBench;

beforeAll(async () => {
	bench = await startIadvizeBench();
});

// What is known of an account is kept for an hour: each test has an account of its own.
beforeEach(() => {
	bench.vendor.access.email = `${randomUUID()}@example.com`;
});

afterEach(() => {
	jest.restoreAllMocks();
	bench.vendor.reset();
});

afterAll(async () => {
	await bench.stop();
});

const ID = '4c8c7408-f73c-42cd-89e9-afbbee7d9024';
const get = { resource: 'conversation', operation: 'get', conversationId: ID };
const complete = { resource: 'conversation', operation: 'completeEvent' };
const closed = describeEvent(
	exampleEvent('v2.conversation.closed') as IDataObject,
	'delivery-1',
) as unknown as IDataObject;

const setting = (parameters: INodeParameters, log: string[] = []) => {
	const { credentials, ...others } = bench.setting(parameters);
	const { email } = bench.vendor.access;
	const graphQl = { ...credentials?.iadvizeGraphQlApi, email };
	return { ...others, log, credentials: { ...credentials, iadvizeGraphQlApi: graphQl } };
};

async function run(parameters: INodeParameters, json: IDataObject = {}, log: string[] = []) {
	const { items } = await runAction(setting(parameters, log), [{ json }]);
	return items[0]?.json ?? {};
}

const failure = async (given: Promise<unknown>) =>
	await given.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string },
	);

/** The texts that were sent: whether they ask for the schema, or for what. */
const texts = () =>
	bench.vendor.requests
		.filter(({ path }) => path === '/graphql')
		.map(({ body }) => (JSON.parse(body.toString()) as { query: string }).query);
const isOnSchema = (text: string) => text.includes('__schema');

const LESS = { 'Visitor.phoneNumber': null, 'Conversation.duration': null };

test('what the account lacks is left out, and told in the log', async () => {
	bench.vendor.settings.graphqlNames = LESS;
	const log: string[] = [];
	const item = await run(get, {}, log);
	expect(item).toMatchObject({ legacyId: 9001, visitor: { email: 'visitor@example.com' } });
	expect(item).not.toHaveProperty('duration');
	expect(log.join('\n')).toContain(
		'This iAdvize account has no Conversation.duration, Visitor.phoneNumber: the query leaves it out',
	);
	expect(texts().map(isOnSchema)).toEqual([false, true, false]);
});

test('the schema is asked for once an hour, and what is known of it spares a refusal', async () => {
	bench.vendor.settings.graphqlNames = LESS;
	for (let count = 0; count < 3; count += 1) await run(get);
	expect(texts().map(isOnSchema)).toEqual([false, true, false, false, false]);
	const later = Date.now() + 61 * 60 * 1000;
	jest.spyOn(Date, 'now').mockImplementation(() => later);
	await run(get);
	expect(texts().map(isOnSchema).slice(5)).toEqual([false, true, false]);
});

test('an account that does not tell its schema is understood by its errors', async () => {
	Object.assign(bench.vendor.settings, { graphqlNames: LESS, graphqlIntrospection: false });
	for (let count = 0; count < 2; count += 1) {
		expect(await run(get)).toMatchObject({ visitor: { email: 'visitor@example.com' } });
	}
	// The refusal to tell is remembered, too.
	expect(texts().map(isOnSchema)).toEqual([false, true, false, false, false]);
});

test('what such an account suggests is taken where it is an older name, and asked for once more', async () => {
	const graphqlNames = { 'Conversation.visitor': '[visitors]', 'Visitor.phoneNumber': null };
	Object.assign(bench.vendor.settings, { graphqlNames, graphqlIntrospection: false });
	const item = await run({ ...complete, api: 'graphQl' }, closed);
	expect(item).toMatchObject({ contact: { name: 'Ada Example', email: 'visitor@example.com' } });
	expect(texts().map(isOnSchema)).toEqual([false, true, false, false]);
});

test('when the schema is unavailable, the errors tell', async () => {
	const errors = [{ message: 'Cannot query field "duration" on type "Conversation".' }];
	bench.vendor.faults.add({ path: '/graphql', answer: { status: 200, body: { errors } } });
	const down = { status: 503, headers: { 'retry-after': '0' } };
	bench.vendor.faults.add({ path: '/graphql', times: 4, answer: down });
	bench.vendor.settings.graphqlNames = { 'Conversation.duration': null };
	expect(await run(get)).toMatchObject({ legacyId: 9001 });
	expect(texts()).toHaveLength(6);
});

test.each([
	['an argument of another name', { 'Query.conversation.id': 'conversationId' }],
	['an older name of the visitor', { 'Conversation.visitor': 'conversationVisitors' }],
	['an older name, as a list', { 'Conversation.visitor': '[visitors]' }],
])('%s: the event is completed all the same', async (_name, graphqlNames) => {
	bench.vendor.settings.graphqlNames = graphqlNames;
	const item = await run({ ...complete, api: 'graphQl' }, closed);
	expect(item).toMatchObject({
		contact: { name: 'Ada Example', email: 'visitor@example.com' },
		lookedUp: [{ what: 'conversation', found: true, reason: null }, {}],
	});
});

test('of several visitors under an older name none is taken', async () => {
	bench.vendor.settings.graphqlNames = { 'Conversation.visitor': '[visitors]' };
	const visitors = [{ email: 'one@example.com' }, { email: 'two@example.com' }];
	await run({ ...complete, api: 'graphQl' }, closed);
	const body = { data: { conversation: { visitor: visitors } } };
	bench.vendor.faults.add({ path: '/graphql', answer: { status: 200, body } as never });
	expect(await run({ ...complete, api: 'graphQl' }, closed)).toMatchObject({
		contact: { email: null },
	});
});

test('an address that GraphQL does not have comes from REST', async () => {
	bench.vendor.settings.newestVisitorFieldsOnly = true;
	const item = await run(complete, closed);
	expect(item).toMatchObject({
		contact: { name: 'Ada Example', email: 'visitor@example.com' },
		lookedUp: [
			{
				what: 'conversation',
				found: true,
				reason: expect.stringContaining('has no Visitor.firstName, Visitor.lastName') as string,
			},
			{ what: 'visitor', found: true, reason: null },
			...[{ what: 'transcript' }, { what: 'operator' }],
		],
	});
});

test('of a conversation that is not known nothing else is told', async () => {
	bench.vendor.settings.graphqlNames = LESS;
	bench.vendor.account.conversations.splice(0);
	const { lookedUp } = await run({ ...complete, api: 'graphQl' }, closed);
	expect(lookedUp).toMatchObject([{ reason: 'iAdvize has no such conversation' }, {}, {}, {}]);
});

test('an address that no one has does not stop a workflow', async () => {
	bench.vendor.settings.newestVisitorFieldsOnly = true;
	const item = await run({ ...complete, api: 'graphQl' }, closed);
	expect(item).toMatchObject({ contact: { email: null }, conversation: { channel: 'chat' } });
});

test.each([
	['the pack own text without its root', { 'Query.conversation': null }, {}, 'conversation'],
	[
		'a text of your own',
		{ 'Visitor.email': null },
		{ query: 'query ($id: UUID!) { conversation(id: $id) { visitor { email } } }' },
		'email',
	],
])('%s is refused, and the field is named', async (_name, graphqlNames, options, field) => {
	bench.vendor.settings.graphqlNames = graphqlNames;
	const error = await failure(run({ ...get, options }));
	expect(error.message).toContain(`Cannot query field "${field}"`);
	expect(error.description).toContain('the account does not have it');
});

test('a text of your own is sent as it is, once', async () => {
	bench.vendor.settings.graphqlNames = { 'Visitor.email': null };
	const query = 'query ($id: UUID!) { conversation(id: $id) { visitor { email } } }';
	await failure(run({ ...get, options: { query } }));
	expect(texts()).toEqual([query]);
});

test('a list whose filter the account does not have is not read without it', async () => {
	bench.vendor.settings.graphqlNames = { 'Query.satisfactionSurveyResponses.projectIds': null };
	const error = await failure(
		run({ resource: 'satisfaction', operation: 'getMany', projectIds: [1] }),
	);
	expect(error.message).toContain('Unknown argument "projectIds"');
});

test('pick lists also do without what is not there', async () => {
	bench.vendor.settings.graphqlNames = { 'Project.name': null };
	const { loadOptions } = bench.pack.nodeType('iadvize').methods ?? {};
	const context = loadOptionsContext(setting(get));
	expect(await loadOptions?.getProjects?.call(context)).toEqual([
		{ name: '1', value: 1 },
		{ name: '1549', value: 1549 },
	]);
});

test('errors beside data are logged, and the data is given', async () => {
	bench.vendor.settings.graphqlUnresolved = ['Visitor.email'];
	const log: string[] = [];
	expect(await run(get, {}, log)).toMatchObject({ visitor: { firstName: 'Ada', email: null } });
	expect(log.join('\n')).toContain('Internal error (at conversation.visitor.email)');
});

test('a mutation whose answer has errors beside data fails', async () => {
	const data = { chatbotMessageSend: { userErrors: [] } };
	const body = { data, errors: [{ message: 'Internal error' }] };
	bench.vendor.faults.add({ path: '/graphql', answer: { status: 200, body } });
	const message = { resource: 'chatbotMessage', operation: 'send', conversationId: ID };
	const error = await failure(run({ ...message, chatbotId: '456678', text: 'Hello' }));
	expect(error.message).toBe('iAdvize says: Internal error');
	expect(texts()).toHaveLength(1);
});
