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
	harmless('The form of the answer to an SMS', 'flat', { smsAnswer: 'flat' }, BOTH),
	harmless('The status of an SMS that is taken', 'QUEUE', { smsStatus: 'QUEUE' }, BOTH),
	harmless(
		'Whether a number may have a plus sign',
		'it may',
		{ plusInTo: true },
		'it is sent without',
	),
	harmless(
		'What WhatsApp messages are answered with',
		'nothing',
		{ undocumentedAnswer: 'empty' },
		'the HTTP status counts',
	),
	harmless(
		'What WhatsApp messages are answered with',
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
		'Where the words of an error are',
		'in explain, of a path that is not there',
		{ listServicePath: '/service', errorShape: 'explain' },
		'Messangi says: Not found',
	),
];

export const proving: Proving = {
	job: 'messangi-sms-on-option-chosen',
	jobTest: 'tokens',
	ways: ' The way in is a chatbot’s call and a message that came in; the way out sends an SMS and a WhatsApp message, reads the lists and adds a subscriber.',
};
