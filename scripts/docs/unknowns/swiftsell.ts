import { harmless, type Proving, type Unknown } from './unknown';

const TOKEN = 'Where the token of a call is';
const ANYWHERE = 'each place is looked at';

const option = (unknown: Unknown): Unknown => ({ ...unknown, wayIn: 'second way' });

/** Of Swiftsell: each is tried by test/integration/swiftsell/unknowns.test.ts. */
export const unknowns: readonly Unknown[] = [
	harmless(TOKEN, 'as a bearer', { tokenPlace: 'bearer' }, ANYWHERE),
	harmless(TOKEN, 'in the address', { tokenPlace: 'query' }, ANYWHERE),
	harmless(TOKEN, 'in the body', { tokenPlace: 'body' }, ANYWHERE),
	harmless(
		'What the test call posts',
		'the token',
		{ testBody: 'token' },
		'what holds no event is a test',
	),
	harmless(
		'What the test call posts',
		'no event',
		{ testBody: 'emptyBatch' },
		'what holds no event is a test',
	),
	option(
		harmless(
			'The form in which the token is wanted back',
			'JSON',
			{ expectedReply: 'json' },
			'Handshake Reply is set to JSON',
		),
	),
	harmless(
		'What writes are answered with',
		'nothing',
		{ undocumentedAnswer: 'empty', campaignAnswer: 'empty' },
		'the HTTP status counts',
	),
	harmless(
		'What writes are answered with',
		'a text',
		{ undocumentedAnswer: 'text', campaignAnswer: 'text' },
		'the HTTP status counts',
	),
	{
		...harmless(
			'Which of its names finds a conversation',
			'its number',
			{},
			'CONVERSATION_NOT_FOUND',
		),
		settings: { conversationReference: 'id' },
		wayOut: 'sentence',
	},
	{
		...harmless(
			'The same, where a failure has HTTP status 200',
			'its number',
			{},
			'CONVERSATION_NOT_FOUND',
		),
		settings: { conversationReference: 'id', failureStatus: 200 },
		wayOut: 'sentence',
	},
	{
		...harmless('Whether closing wants a key of its own', 'it wants "type"', {}, "No 'type'"),
		settings: { eventTypeKey: 'type' },
		wayOut: 'sentence',
	},
];

export const proving: Proving = {
	job: 'swiftsell-email-new-lead',
	jobTest: 'tokens',
	ways: ' The way in begins with the test call of the set-up; the way out triggers a campaign and closes a conversation.',
};
