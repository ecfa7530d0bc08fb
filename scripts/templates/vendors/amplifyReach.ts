import { sendEmail } from '../pieces/email';
import { filter, matches } from '../pieces/filter';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { fields } from '../pieces/set';
import { PACK } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const left: Step = {
	name: 'Contact Left',
	type: `${PACK}.amplifyReachTrigger`,
	typeVersion: 1.1,
	parameters: { events: ['contact'] },
};
const lead = `$('${left.name}').item.json.contact`;
/** The email goes out all the same, and says what went wrong. */
const create: Step = {
	name: 'Create Lead',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: 'https://crm.example.com/leads',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify($json.contact) }}',
		options: {},
	},
	onError: 'continueRegularOutput',
};
const email = sendEmail('Email Sales', {
	from: 'Bot <bot@example.com>',
	to: 'sales@example.com',
	subject: `=New lead: {{ (${lead}.name ?? ${lead}.email ?? 'a visitor').slice(0, 60) }}`,
	text: `=Name: {{ ${lead}.name ?? 'unknown' }}
Email: {{ ${lead}.email ?? 'unknown' }}
Phone: {{ ${lead}.phone ?? 'unknown' }}

{{ $('${create.name}').item.json.error ? 'The CRM did not accept it: please add it by hand.' : 'It is in the CRM.' }}`,
});

export const leadToCrm = templateOf({
	name: 'Send AmplifyReach leads to your CRM and to sales',
	note: `## Send AmplifyReach leads to your CRM and to sales

For teams whose bot collects addresses: each new contact is in the CRM and in the sales inbox within seconds. If the CRM does not accept it, the email says so. AmplifyReach has no delivery IDs and no retries: the same details within an hour count once.

### Set up (3 minutes)
1. Make up a long token in the credential of **${left.name}**; choose the SMTP account in **${email.name}**.
2. Enter the address of your CRM in **${create.name}**, or replace it with your CRM's node; enter the sender and the team in **${email.name}**.
3. Publish, open **${left.name}**, copy its Production URL, and enter it in AmplifyReach under Conversation Configuration > Webhooks, with ?token= and the token of the credential at the end.

${whenSomethingFails}`,
	lines: [{ steps: [left, create, email] }, tryAgainAt(email.name, { column: 2 })],
	errorsTo: tryAgainLater.name,
});

const asked: Step = {
	name: 'Bot Asks',
	type: `${PACK}.amplifyReachBotTrigger`,
	typeVersion: 1.1,
	parameters: { reply: 'lastNode' },
};
const order = '$json.payload.body?.order';
/** A visitor typed it, and it becomes a part of an address. */
const isNumber: Step = {
	...filter('Is It a Number?', [[`={{ String(${order} ?? '') }}`, matches, '^[\\w-]{1,40}$']]),
	type: 'n8n-nodes-base.if',
	outputs: 2,
};
const find: Step = {
	name: 'Find Order',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url: `=https://shop.example.com/orders/{{ encodeURIComponent(${order}) }}`,
		options: { timeout: 4000 },
	},
	onError: 'continueRegularOutput',
};
const answer = fields('Answer', {
	answer: `={{ !$('${find.name}').isExecuted ? 'That is not an order number. It has 1 to 40 letters, digits, - and _.' : $json.status ? 'Your order ' + $json.id + ' is ' + $json.status + '.' : 'I cannot find this order. Please check its number.' }}`,
});

export const botOrderStatus = templateOf({
	name: 'Let an AmplifyReach bot tell the status of an order',
	note: `## Let an AmplifyReach bot tell the status of an order

For shops whose visitors ask the bot where their parcel is: the bot asks this workflow, waits up to 5 seconds, and shows the answer in the chat. An unknown order gets an answer as well. Anything that cannot be an order number is refused before the shop is asked.

### Set up (2 minutes)
1. Make up a token and a header name in the credential of **${asked.name}**.
2. Write the address of your shop in **${find.name}**, and publish. If your order numbers look different, change the pattern in **${isNumber.name}**.
3. In Bot Studio, add a trigger: POST, the Production URL of **${asked.name}** that ends in /last-node, the header, the body {"order": "{{order}}"}, and answer under Response Keys. Return more fields in **${answer.name}**: the bot maps each to a variable.`,
	lines: [{ steps: [asked, isNumber, find, answer] }],
	wires: [{ from: [isNumber.name, 1], to: answer.name }],
});
