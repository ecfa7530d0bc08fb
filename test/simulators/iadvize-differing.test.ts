import type { TestBed } from './support/iadvize';
import { startTestBed } from './support/iadvize';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
beforeEach(() => {
	bed.simulator.reset();
});
afterAll(async () => {
	await bed.simulator.stop();
});

const ID = '4c8c7408-f73c-42cd-89e9-afbbee7d9024';
const ask = async (argument: string, selection: string) =>
	(await bed.graphql(`query { conversation(${argument}: "${ID}") { ${selection} } }`)).body;
const fieldsOf = async (type: string) => {
	const { body } = await bed.graphql(
		`query { __type(name: "${type}") { fields { name args { name } } } }`,
	);
	const { data } = body as { data: { __type: { fields: { name: string }[] } } };
	return data.__type.fields;
};

test('a field that is not there', async () => {
	bed.simulator.settings.graphqlNames = { 'Visitor.email': null };
	expect(await ask('id', 'visitor { email }')).toMatchObject({
		errors: [{ message: expect.stringContaining('Cannot query field "email"') as string }],
	});
	expect(await ask('id', 'visitor { firstName }')).toEqual({
		data: { conversation: { visitor: { firstName: 'Ada' } } },
	});
	expect((await fieldsOf('Visitor')).map(({ name }) => name)).not.toContain('email');
});

test('a field of another name, alone and as a list', async () => {
	bed.simulator.settings.graphqlNames = { 'Conversation.visitor': 'conversationVisitors' };
	expect(await ask('id', 'conversationVisitors { firstName }')).toEqual({
		data: { conversation: { conversationVisitors: { firstName: 'Ada' } } },
	});
	bed.simulator.settings.graphqlNames = { 'Conversation.visitor': '[visitors]' };
	expect(await ask('id', 'visitors { firstName }')).toEqual({
		data: { conversation: { visitors: [{ firstName: 'Ada' }] } },
	});
});

test('an argument of another name', async () => {
	bed.simulator.settings.graphqlNames = { 'Query.conversation.id': 'conversationId' };
	expect(await ask('conversationId', 'legacyId')).toEqual({
		data: { conversation: { legacyId: 9001 } },
	});
	expect(await ask('id', 'legacyId')).toMatchObject({
		errors: [{ message: expect.stringContaining('Unknown argument "id"') as string }, {}],
	});
	expect(await fieldsOf('Query')).toContainEqual({
		name: 'conversation',
		args: [{ name: 'conversationId' }],
	});
});

test('a place that the schema does not have is a mistake of the test', async () => {
	bed.simulator.settings.graphqlNames = { 'Visitor.mood': null };
	expect((await bed.graphql('query { projects { edges { node { id } } } }')).status).toBe(500);
});

test('errors beside data', async () => {
	bed.simulator.settings.graphqlUnresolved = ['Visitor.email'];
	expect(await ask('id', 'visitor { firstName email }')).toMatchObject({
		data: { conversation: { visitor: { firstName: 'Ada', email: null } } },
		errors: [{ message: 'Internal error', path: ['conversation', 'visitor', 'email'] }],
	});
});

test('a schema that is not told', async () => {
	bed.simulator.settings.graphqlIntrospection = false;
	const { body } = await bed.graphql('query { __schema { queryType { name } } }');
	expect(body).toMatchObject({ errors: [{ message: 'GraphQL introspection is not allowed.' }] });
	expect(await ask('id', '__typename legacyId')).toMatchObject({
		data: { conversation: { legacyId: 9001 } },
	});
});

test('an API that refuses everything', async () => {
	Object.assign(bed.simulator.settings, { graphqlRefusal: 'Forbidden', restRefusal: true });
	expect(await ask('id', 'legacyId')).toMatchObject({ errors: [{ message: 'Forbidden' }] });
	expect((await bed.rest('/visitor')).body).toEqual({
		meta: { status: 'error', message: 'Forbidden' },
	});
});

test('events without visitorExternalId', () => {
	const event = 'v2.conversation.closed';
	expect(bed.simulator.exampleOf(event)).toContain('visitorExternalId');
	bed.simulator.settings.tellsVisitorExternalId = false;
	expect(bed.simulator.exampleOf(event)).not.toContain('visitorExternalId');
});
