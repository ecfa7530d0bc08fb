import { buildSchema, graphqlSync, parse, validate } from 'graphql';
import { adapt } from '../../../nodes/Iadvize/api/schema/adapt';
import { adaptByErrors, isSchemaFault } from '../../../nodes/Iadvize/api/schema/faults';
import { introspection, readSchema } from '../../../nodes/Iadvize/api/schema/schema';
import { conversationText } from '../../../nodes/Iadvize/resources/conversation/get';
import { differ } from '../../../simulators/iadvize/graphql/differing';
import { createSchema } from '../../../simulators/iadvize/graphql/schema';

const custom = `query VisitorConversationCustomData($conversationId: UUID!) {
  visitorConversationCustomData(conversationId: $conversationId) {
    customData {
      __typename
      ... on VisitorConversationCustomDataEntryString { key label stringValue }
    }
  }
}`;
const closed = `query ClosedConversations {
  closedConversations(interval: { from: "2025-01-01T00:00:00Z", to: "2025-02-01T00:00:00Z" }, projectIds: [1, 2], channels: [CHAT], first: 100, after: "}) { \\" id") {
    edges { node { id closedAt project { id name } } }
    pageInfo { endCursor hasNextPage }
  }
}`;
const project = 'query { project(projectId: 335) { id name } }';

type Names = Record<string, string | null>;

const accountOf = (graphqlNames: Names) =>
	differ(createSchema({ hasChatbotPreview: false, newestVisitorFieldsOnly: false }), {
		graphqlNames,
		graphqlUnresolved: [],
	});

function toldSchema(graphqlNames: Names) {
	const { data } = graphqlSync({ schema: accountOf(graphqlNames), source: introspection });
	const schema = readSchema(data);
	if (!schema) throw new Error('The schema is not told');
	return schema;
}

const faultsOf = (text: string, names: Names) => validate(accountOf(names), parse(text));
const flat = (text = '') => text.replace(/\s+/g, ' ').trim();

test.each([conversationText, custom, closed, project])('what an account has stays: %#', (text) => {
	expect(adapt(text, toldSchema({}))).toEqual({ text, missing: [] });
});

test.each<[string, string, Names, string[]]>([
	['a field', conversationText, { 'Visitor.email': null }, ['Visitor.email']],
	[
		'several',
		conversationText,
		{ 'Visitor.email': null, 'Visitor.phoneNumber': null, 'Conversation.duration': null },
		['Conversation.duration', 'Visitor.email', 'Visitor.phoneNumber'],
	],
	['an object', conversationText, { 'Conversation.project': null }, ['Conversation.project']],
	[
		'all of an object',
		conversationText,
		{ 'Project.id': 'key', 'Project.name': 'title' },
		['Project.id', 'Project.name'],
	],
	['of a list', closed, { 'Conversation.closedAt': null }, ['Conversation.closedAt']],
	[
		'of a fragment',
		custom,
		{ 'VisitorConversationCustomDataEntryString.label': null },
		['VisitorConversationCustomDataEntryString.label'],
	],
])('what is not there is left out: %s', (_name, text, names, missing) => {
	expect(faultsOf(text, names)).not.toEqual([]);
	const adapted = adapt(text, toldSchema(names));
	expect(faultsOf(adapted.text ?? '', names)).toEqual([]);
	expect(adapted.missing).toEqual(missing);
	const byErrors = adaptByErrors(text, faultsOf(text, names));
	expect(flat(byErrors.text)).toBe(flat(adapted.text));
	expect(byErrors.missing).toEqual(missing);
});

test.each([
	['visitors', 'visitor: visitors {'],
	['conversationVisitors', 'visitor: conversationVisitors {'],
	['[visitors]', 'visitor: visitors {'],
])('the visitor under an older name: %s', (name, expected) => {
	const names = { 'Conversation.visitor': name, 'Visitor.email': null };
	const { text, missing } = adapt(conversationText, toldSchema(names));
	expect(text).toContain(expected);
	expect(faultsOf(text ?? '', names)).toEqual([]);
	expect(missing).toEqual(['Visitor.email']);
});

test.each([
	[conversationText, { 'Query.conversation.id': 'conversationId' }, 'conversationId: $id'],
	[project, { 'Query.project.projectId': 'websiteId' }, 'websiteId: 335'],
])('an argument of another name: %#', (text, names, expected) => {
	const adapted = adapt(text, toldSchema(names as Names));
	expect(adapted).toMatchObject({ missing: [], text: expect.stringContaining(expected) as string });
	expect(faultsOf(adapted.text ?? '', names as Names)).toEqual([]);
	const byErrors = adaptByErrors(text, faultsOf(text, names as Names));
	expect(byErrors.text).toBe(adapted.text);
});

test('a variable is declared as the argument is', () => {
	const text = conversationText.replace('UUID!', 'ID!');
	const { text: adapted } = adapt(text, toldSchema({}));
	expect(adapted).toBe(conversationText);
});

test('an argument is never left out: the list would be longer than what was asked for', () => {
	const names = { 'Query.closedConversations.projectIds': null };
	expect(adapt(closed, toldSchema(names))).toEqual({
		text: undefined,
		missing: ['Query.closedConversations(projectIds)'],
	});
});

test('several unknown arguments are not guessed', () => {
	const names = {
		'Query.closedConversations.interval': 'period',
		'Query.closedConversations.projectIds': 'ids',
	};
	expect(adapt(closed, toldSchema(names)).text).toBeUndefined();
});

test('nothing is left of a query that the account does not have', () => {
	const names = { 'Query.conversation': null };
	const expected = { text: undefined, missing: ['Query.conversation'] };
	expect(adapt(conversationText, toldSchema(names))).toEqual(expected);
	expect(adaptByErrors(conversationText, faultsOf(conversationText, names))).toEqual(expected);
});

/** The text as an account wants it that tells nothing but errors. */
function byErrors(text: string, names: Names): string | undefined {
	let fitted: string | undefined = text;
	for (let round = 0; fitted !== undefined && round < 3; round += 1) {
		fitted = adaptByErrors(fitted, faultsOf(fitted, names)).text;
	}
	return fitted;
}

test.each<[Names, string]>([
	[{ 'Conversation.visitor': 'visitors' }, 'visitor: visitors { visitorId'],
	[{ 'Conversation.visitor': '[visitors]', 'Visitor.email': null }, 'lastName phoneNumber'],
	[{ 'Query.conversation.id': 'uid' }, 'conversation(uid: $id)'],
])('an older name that errors suggest is taken: %j', (names, expected) => {
	const text = byErrors(conversationText, names);
	expect(flat(text)).toContain(expected);
	expect(faultsOf(text ?? '', names)).toEqual([]);
});

test('any other name that errors suggest is not', () => {
	const text = byErrors(conversationText, { 'Visitor.firstName': 'firstNames' });
	expect(text).not.toContain('firstName');
	const said = 'Unknown argument "first" on field "Query.closedConversations".';
	const errors = [{ message: `${said} Did you mean "from" or "last"?` }];
	expect(adaptByErrors(closed, errors).text).toBe(closed);
});

test('errors without a place, and in other words', () => {
	const errors = [{ message: "Cannot query field 'email' on type 'Visitor'" }];
	const { text } = adaptByErrors(conversationText, errors);
	expect(text).not.toContain('email');
	expect(faultsOf(text ?? '', {})).toEqual([]);
	const odd = [
		{ message: 'Cannot query field "id" on type "Project".', locations: [{ line: 'x' }] },
	];
	expect(adaptByErrors(project, odd).text).not.toContain(' id');
});

test.each<[unknown[], boolean]>([
	[[{ message: 'Cannot query field "a" on type "B".' }], true],
	[[{ message: 'Unknown argument "id" on field "Query.conversation".' }], true],
	[[{ message: 'Unknown type "UUID".' }], true],
	[[{ message: 'Variable "$id" of type "UUID!" used in position expecting type "ID!".' }], true],
	[[{ message: 'Forbidden' }], false],
	[[{ message: 'Internal error' }, null, 1, {}], false],
	[[], false],
])('whether the schema is at fault: %j', (errors, expected) => {
	expect(isSchemaFault(errors)).toBe(expected);
});

test.each([
	[undefined],
	[null],
	[{ __schema: null }],
	[{ __schema: { queryType: null, types: [] } }],
	[{ __schema: { queryType: { name: 'Query' }, types: 1 } }],
])('anything but a schema counts as none: %j', (data) => {
	expect(readSchema(data)).toBeNull();
});

test('odd parts of a schema are left out', () => {
	const types = [null, 1, { name: 'Query', fields: [null, { name: 'a', type: 1, args: {} }] }, {}];
	const schema = readSchema({ __schema: { queryType: { name: 'Query' }, types } });
	expect(schema?.types.get('Query')?.get('a')).toEqual({ type: '', args: [] });
});

test('a UUID is put into no argument of another type, though it must be given', () => {
	const schema = buildSchema(`
		scalar UUID
		type Conversation { id: UUID }
		type Query { conversation(projectId: Int!, uuid: UUID): Conversation }
	`);
	const known = readSchema(graphqlSync({ schema, source: introspection }).data);
	if (!known) throw new Error('The schema is not told');
	const { text } = adapt('query C($id: UUID!) { conversation(id: $id) { id } }', known);
	expect(text).toContain('conversation(uuid: $id)');
});
