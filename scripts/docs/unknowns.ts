import path from 'node:path';
import { table } from '../../bench/support/table';

/** How a node gets on where an account is otherwise than assumed. */
export type Way = 'works' | 'second way' | 'sentence';

export interface Unknown {
	/** What no public page of the vendor says. */
	fact: string;
	/** What is tried instead, in words and as settings of the simulator. */
	otherWay: string;
	settings: Readonly<Record<string, unknown>>;
	/** The way in: publishing, a genuine call, a forged one, unpublishing. */
	wayIn: Way;
	/** The way out: Complete Event. */
	wayOut: Way;
	/** By what it works, or the sentence that publishing fails with. */
	by: string;
}

const KEY = 'The form of a webhook’s public key';
const TOKEN = 'the token in the address proves the calls';

const readable = (otherWay: string, keyFormat: string): Unknown => ({
	...{ fact: KEY, otherWay, settings: { keyFormat }, by: 'the key is read in any of its forms' },
	...{ wayIn: 'works', wayOut: 'works' },
});

const unreadable = (otherWay: string, keyFormat: string): Unknown => ({
	...{ fact: KEY, otherWay, settings: { keyFormat }, by: TOKEN },
	...{ wayIn: 'second way', wayOut: 'works' },
});

const harmless = (fact: string, otherWay: string, settings: object, by: string): Unknown => ({
	...{ fact, otherWay, settings: { ...settings }, by, wayIn: 'works', wayOut: 'works' },
});

/** Of Zoho SalesIQ: each is tried by test/integration/salesiq/unknowns.test.ts. */
export const salesIqUnknowns: readonly Unknown[] = [
	readable('bare base64', 'base64'),
	readable('base64url without padding', 'base64url'),
	readable('PKCS#1', 'pkcs1-pem'),
	readable('JWK', 'jwk'),
	unreadable('the number of the printed example', 'number'),
	unreadable('empty, as in another example', 'empty'),
	harmless(
		'Whether a secured webhook has a key at once',
		'it has none',
		{ newWebhookHasKey: false },
		'a key is asked for',
	),
	{
		fact: 'Whether an address may have a query',
		otherWay: 'it may not',
		settings: { refuseQueries: true },
		...{ wayIn: 'second way', wayOut: 'works', by: 'the signature alone proves the calls' },
	},
	{
		fact: 'Both at once',
		otherWay: 'no address with a query, and a key that cannot be read',
		settings: { refuseQueries: true, keyFormat: 'number' },
		...{ wayIn: 'sentence', wayOut: 'works', by: 'Nothing would prove the calls of SalesIQ' },
	},
	harmless(
		'Whether flags and numbers are texts',
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
		'The form of deliveries',
		'as newer ones are seen',
		{ newerDeliveries: true },
		'both forms are read',
	),
	harmless(
		'The HTTP status of an error',
		'400',
		{ errorStatus: 400, invalidTokenStatus: 401 },
		'the code of the answer counts',
	),
	harmless(
		'Whether a page from a time holds the message of that time',
		'it does',
		{ fromTimeInclusive: true },
		'what comes twice is left out',
	),
	harmless(
		'Whether a second webhook with the same address is refused',
		'it is',
		{ uniqueUrls: true },
		'the trigger takes over the one that is there',
	),
];

export const unknownsFile = path.join(__dirname, '../../docs/unknowns.md');

/** The page as Markdown. */
export const unknownsPage = (): string =>
	`${[
		'# What is not known, and what comes of it',
		'Written by `npm run docs` from the table that the tests go by; do not edit. What a vendor does not document is a setting of its simulator. Each is set the other way round, and then the nodes are run: the trigger is published, called by the vendor and by a stranger, and unpublished; _Complete Event_ looks up the conversation. None may be stuck: it works, works by a second way, or says in a sentence why not. [The first day](first-day.md) says how to find out how your account is.',
		'## Zoho SalesIQ',
		'Shown by [test/integration/salesiq/unknowns.test.ts](../test/integration/salesiq/unknowns.test.ts).',
		table(
			['what is not known', 'the other way round', 'way in', 'way out', 'by'],
			salesIqUnknowns.map(({ fact, otherWay, wayIn, wayOut, by }) => [
				...[fact, otherWay, wayIn, wayOut],
				by,
			]),
		),
		'iAdvize, AmplifyReach, Messangi and Swiftsell are not in this table yet; what they leave open stands on their pages, under "Not verified against a live account".',
	].join('\n\n')}\n`;
