import { rows, values } from '../pieces/dataTable';
import { equals, filter } from '../pieces/filter';
import { consent, hello, mayWeWrite, SENDER } from '../pieces/mail';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { completeTheEvent, conversationEnded, useAnotherVendor } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const TABLE = 'Promo Codes';

const complete = completeTheEvent(conversationEnded.name, { includeTranscript: false });

/** One person is one mailbox, however its address is written; what stands behind a plus makes no other. */
const event = `$('${mayWeWrite.name}').item.json`;
const person = `={{ ${event}.contact.email.toLowerCase().replace(/\\+[^@]*/, '') }}`;
/** The workflow too: a second copy of it must not take the code of the first for its own. */
const conversation = `={{ ${event}.vendor }} {{ ${event}.conversation.id }} {{ $workflow.id }}`;

const hasNoneYet = rows('Has None Yet?', 'rowNotExists', TABLE, [['contact', 'eq', person]]);

const free = 'Free Codes';
const freeCodes = rows(
	free,
	'get',
	TABLE,
	[
		['code', 'isNotEmpty'],
		['contact', 'isEmpty'],
	],
	{ limit: 100, orderBy: true, orderByColumn: 'id', orderByDirection: 'ASC' },
	{ executeOnce: true },
);

// The database does this in one step: of two who want the same code, one gets it, and the other
// tries again. So that they seldom do, each execution takes another one by its number.
const giveIt = rows(
	'Give It',
	'update',
	TABLE,
	[
		['id', 'eq', `={{ $('${free}').all()[$execution.id % $('${free}').all().length].json.id }}`],
		['contact', 'isEmpty'],
	],
	values({ contact: person, conversation }),
	{ executeOnce: true },
);

// Of several conversations of one person at once, the first to be given a code is the one that counts.
const codeOfThisPerson = rows(
	'Code of This Person',
	'get',
	TABLE,
	[
		['contact', 'eq', person],
		['code', 'isNotEmpty'],
	],
	{ limit: 1, orderBy: true, orderByColumn: 'updatedAt', orderByDirection: 'ASC' },
);

const forThisConversation = filter('For This Conversation?', [
	['={{ $json.conversation }}', equals, conversation],
]);

const sendCode: Step = {
	name: 'Send Code',
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	parameters: {
		fromEmail: SENDER,
		toEmail: `={{ ${event}.contact.email }}`,
		subject: 'A thank-you for your time',
		emailFormat: 'text',
		text: `=${hello(event)},

thank you for talking to us. Here is a code for your next order:

{{ $json.code }}`,
		options: { appendAttribution: false },
	},
	onError: 'continueErrorOutput',
};

const stillNone = rows('Still None?', 'rowNotExists', TABLE, [['contact', 'eq', person]]);

export const promoCodeAtConversationEnd = templateOf({
	name: 'Send a promo code when a conversation ends',
	note: `## Send a promo code when a conversation ends

One code per person from your list, and no code twice, however many conversations end at once. The three lines run from top to bottom: people without a code are given one, it is sent, and anyone still without one waits until you add codes.

### Set up (10 minutes)
1. Create a data table *${TABLE}* with the columns *code*, *contact* and *conversation*, all of type string, and fill *code*; importing a CSV file with these headers does both.
2. Choose credentials in **${conversationEnded.name}**, **${complete.name}** and **${sendCode.name}**.
3. ${consent}
4. Write the sender, subject and text in **${sendCode.name}**.
5. Publish, and enter the trigger's Production URL at the vendor (Zoho SalesIQ registers itself).

${useAnotherVendor}

${whenSomethingFails}`,
	lines: [
		{ row: 1, steps: [conversationEnded, complete, mayWeWrite] },
		{ row: 0, from: [mayWeWrite.name, 0], steps: [hasNoneYet, freeCodes, giveIt] },
		{
			row: 1,
			from: [mayWeWrite.name, 0],
			steps: [codeOfThisPerson, forThisConversation, sendCode],
		},
		{ row: 2, from: [mayWeWrite.name, 0], steps: [stillNone], to: tryAgainLater.name },
		tryAgainAt(complete.name, { row: 3, column: 2 }),
	],
	errorsTo: tryAgainLater.name,
});
