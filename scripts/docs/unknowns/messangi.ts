import { harmless, type Proving, type Unknown } from './unknown';

const sentence = (fact: string, otherWay: string, settings: object, by: string): Unknown => ({
	...harmless(fact, otherWay, settings, by),
	wayOut: 'sentence',
});

const FOUND = 'the rows are found there';
const BOTH = 'both are read';

/** Of Messangi: each is tried by test/integration/messangi/unknowns.test.ts. */
export const unknowns: readonly Unknown[] = [
	harmless(
		'Where callbacks of SMS carry the secret',
		'in the header',
		{ callbackSecret: 'header' },
		'Authentication is set to Header or Query Token',
	),
	harmless('The format of the answer to an SMS', 'flat', { smsAnswer: 'flat' }, BOTH),
	harmless('The status of an accepted SMS', 'QUEUE', { smsStatus: 'QUEUE' }, BOTH),
	harmless(
		'Whether a number may have a plus sign',
		'it may',
		{ plusInTo: true },
		'it is sent without',
	),
	harmless(
		'The answer to WhatsApp messages',
		'nothing',
		{ undocumentedAnswer: 'empty' },
		'the HTTP status counts',
	),
	harmless(
		'The answer to WhatsApp messages',
		'a flat answer',
		{ undocumentedAnswer: 'flat' },
		'the HTTP status counts',
	),
	harmless('The HTTP status of a new subscriber', '201', { createdStatus: 201 }, BOTH),
	harmless('Where the rows of lists are', 'lists', { listsPlace: 'lists' }, FOUND),
	harmless('Where the rows of lists are', 'data.lists', { listsPlace: 'data.lists' }, FOUND),
	harmless('Where the rows of lists are', 'data.data', { listsPlace: 'data.data' }, FOUND),
	sentence(
		'The path of the list service',
		'/service',
		{ listServicePath: '/service' },
		'Messangi says: Not found',
	),
	sentence(
		'Where the text of an error is',
		'in explain, for a path that does not exist',
		{ listServicePath: '/service', errorShape: 'explain' },
		'Messangi says: Not found',
	),
];

export const proving: Proving = {
	job: 'messangi-sms-on-option-chosen',
	jobTest: 'tokens',
	ways: ' The way in is a chatbot’s call and an incoming message; the way out sends an SMS and a WhatsApp message, reads the lists and adds a subscriber.',
};
