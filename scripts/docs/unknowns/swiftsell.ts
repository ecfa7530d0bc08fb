import { harmless, type Proving, type Unknown } from './unknown';

const TOKEN = 'Where the token of a call is';
const ANYWHERE = 'every place is checked';

const option = (unknown: Unknown): Unknown => ({ ...unknown, wayIn: 'second way' });

/** Of Swiftsell: each is tried by test/integration/swiftsell/unknowns.test.ts. */
export const unknowns: readonly Unknown[] = [
	harmless(TOKEN, 'as a bearer token', { tokenPlace: 'bearer' }, ANYWHERE),
	harmless(TOKEN, 'in the address', { tokenPlace: 'query' }, ANYWHERE),
	harmless(TOKEN, 'in the body', { tokenPlace: 'body' }, ANYWHERE),
	harmless(
		'What the test call posts',
		'the token',
		{ testBody: 'token' },
		'a call without events is a test',
	),
	harmless(
		'What the test call posts',
		'no event',
		{ testBody: 'emptyBatch' },
		'a call without events is a test',
	),
	option(
		harmless(
			'The form in which the token is expected back',
			'JSON',
			{ expectedReply: 'json' },
			'Handshake Reply is set to JSON',
		),
	),
	harmless(
		'The answer to writes',
		'nothing',
		{ undocumentedAnswer: 'empty', campaignAnswer: 'empty' },
		'the HTTP status counts',
	),
	harmless(
		'The answer to writes',
		'a text',
		{ undocumentedAnswer: 'text', campaignAnswer: 'text' },
		'the HTTP status counts',
	),
	{
		...harmless(
			'By which of its names a conversation is found',
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
		...harmless('Whether closing needs a key of its own', 'it needs "type"', {}, "No 'type'"),
		settings: { eventTypeKey: 'type' },
		wayOut: 'sentence',
	},
];

export const proving: Proving = {
	job: 'swiftsell-email-new-lead',
	jobTest: 'tokens',
	ways: ' The way in begins with the test call during setup; the way out triggers a campaign and closes a conversation.',
};
