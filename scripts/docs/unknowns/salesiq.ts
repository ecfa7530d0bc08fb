import { harmless, type Proving, type Unknown } from './unknown';

const KEY = 'The format of a webhook’s public key';
const TOKEN = 'the token in the address proves the calls';

const readable = (otherWay: string, keyFormat: string): Unknown => ({
	fact: KEY,
	otherWay,
	settings: { keyFormat },
	by: 'the key is read in any format',
	wayIn: 'works',
	wayOut: 'works',
});

const unreadable = (otherWay: string, keyFormat: string): Unknown => ({
	fact: KEY,
	otherWay,
	settings: { keyFormat },
	by: TOKEN,
	wayIn: 'second way',
	wayOut: 'works',
});

/** Of Zoho SalesIQ: each is tried by test/integration/salesiq/unknowns.test.ts. */
export const unknowns: readonly Unknown[] = [
	readable('bare base64', 'base64'),
	readable('base64url without padding', 'base64url'),
	readable('PKCS#1', 'pkcs1-pem'),
	readable('JWK', 'jwk'),
	unreadable('the number of the printed example', 'number'),
	unreadable('empty, as in another example', 'empty'),
	harmless(
		'Whether a secured webhook has a key right away',
		'it has none',
		{ newWebhookHasKey: false },
		'a key is asked for',
	),
	{
		fact: 'Whether an address may have a query',
		otherWay: 'it may not',
		settings: { refuseQueries: true },
		wayIn: 'second way',
		wayOut: 'works',
		by: 'the signature alone proves the calls',
	},
	{
		fact: 'Both at once',
		otherWay: 'no address with a query, and a key that cannot be read',
		settings: { refuseQueries: true, keyFormat: 'number' },
		wayIn: 'sentence',
		wayOut: 'works',
		by: 'Nothing would prove the calls of SalesIQ',
	},
	harmless(
		'Whether flags and numbers are strings',
		'all of them are',
		{ textValues: true },
		'both are read',
	),
	harmless(
		'How long IDs are written',
		'as bare numbers',
		{ bareIds: true },
		'they are read digit by digit',
	),
	harmless(
		'The format of deliveries',
		'as observed in newer ones',
		{ newerDeliveries: true },
		'both forms are read',
	),
	harmless(
		'The HTTP status of an error',
		'400',
		{ errorStatus: 400, invalidTokenStatus: 401 },
		'the code in the answer counts',
	),
	harmless(
		'Whether a page from a time includes the message of that time',
		'it does',
		{ fromTimeInclusive: true },
		'duplicates are left out',
	),
	harmless(
		'Whether a second webhook with the same address is refused',
		'it is',
		{ uniqueUrls: true },
		'the trigger takes over the existing one',
	),
];

export const proving: Proving = {
	job: 'salesiq-email-on-missed-conversation',
	jobTest: 'salesiq',
};
