import { harmless, type Proving, type Unknown } from './unknown';

/** The rest of the job goes on by another look-up; publishing and calls are as ever. */
const otherwise = (fact: string, otherWay: string, settings: object, by: string): Unknown => ({
	...harmless(fact, otherWay, settings, by),
	wayOut: 'second way',
});

const BY_REST = 'REST finds the visitor by visitorExternalId';
const BY_GRAPHQL = 'GraphQL names the visitor; there is no transcript';
const PHONE_BY_REST = 'the query leaves them out, and REST has the phone number';
const LESS = { 'Visitor.phoneNumber': null, 'Conversation.duration': null };
const OTHER_ID = { 'Query.conversation.id': 'conversationId' };
const SAYS_NO = 'Not for this account';

/** Of iAdvize: each is tried by test/integration/iadvize/unknowns.test.ts. */
export const unknowns: readonly Unknown[] = [
	harmless(
		'The name of the argument of a conversation',
		'another one',
		{ graphqlNames: OTHER_ID },
		'the schema shows it',
	),
	harmless(
		'The same, where the schema is not shown',
		'another one',
		{ graphqlNames: OTHER_ID, graphqlIntrospection: false },
		'the errors name it',
	),
	otherwise(
		'Whether GraphQL has single conversations',
		'it has none',
		{ graphqlNames: { 'Query.conversation': null } },
		BY_REST,
	),
	harmless(
		'The name of a conversation’s visitor',
		'an older one',
		{ graphqlNames: { 'Conversation.visitor': 'conversationVisitors' } },
		'the schema shows it',
	),
	harmless(
		'The name of a conversation’s visitor',
		'an older one, as a list',
		{ graphqlNames: { 'Conversation.visitor': '[visitors]' } },
		'the only one in the list is used',
	),
	otherwise(
		'Whether all fields are there',
		'a phone number and a duration are not',
		{ graphqlNames: LESS },
		PHONE_BY_REST,
	),
	otherwise(
		'The same, where the schema is not shown',
		'a phone number and a duration are not there',
		{ graphqlNames: LESS, graphqlIntrospection: false },
		PHONE_BY_REST,
	),
	otherwise(
		'What GraphQL keeps of a visitor',
		'what the newest page lists',
		{ newestVisitorFieldsOnly: true },
		BY_REST,
	),
	harmless(
		'The HTTP status of errors of GraphQL',
		'400',
		{ graphqlNames: OTHER_ID, graphqlFailureStatus: 400 },
		'the errors in the answer count',
	),
	otherwise(
		'What errors alongside data mean',
		'the channel is not resolved, so there is no conversation',
		{ graphqlUnresolved: ['Conversation.channel'] },
		BY_REST,
	),
	otherwise(
		'What errors alongside data mean',
		'the email address is not resolved',
		{ graphqlUnresolved: ['Visitor.email'] },
		BY_REST,
	),
	harmless(
		'The HTTP status of a token that has expired',
		'403',
		{ invalidTokenStatus: 403 },
		'the node logs in again',
	),
	harmless(
		'Whether events have visitorExternalId, which is deprecated',
		'they do not',
		{ tellsVisitorExternalId: false },
		'GraphQL finds the visitor by the conversation',
	),
	otherwise(
		'Whether the account may use GraphQL',
		'every query is refused',
		{ graphqlRefusal: SAYS_NO },
		BY_REST,
	),
	otherwise(
		'Whether the account may use REST',
		'every key is refused',
		{ restRefusal: true },
		BY_GRAPHQL,
	),
	otherwise(
		'The HTTP status of refusals of REST',
		'403',
		{ restRefusal: true, restFailureStatus: 403 },
		BY_GRAPHQL,
	),
	{
		...harmless('Both at once', 'GraphQL and REST refuse', {}, SAYS_NO),
		settings: { graphqlRefusal: SAYS_NO, restRefusal: true },
		wayOut: 'sentence',
	},
	{
		...harmless(
			'Everything at once',
			'GraphQL refuses, and events do not have visitorExternalId',
			{},
			SAYS_NO,
		),
		settings: { graphqlRefusal: SAYS_NO, tellsVisitorExternalId: false },
		wayOut: 'sentence',
	},
];

export const proving: Proving = {
	job: 'email-at-conversation-end',
	jobTest: 'iadvize',
	ways: ' The webhook is set up by hand, so publishing calls nothing at iAdvize. The item that the trigger made of a closed conversation goes into _Complete Event_; an email address is found in every row but those with a sentence.',
};
