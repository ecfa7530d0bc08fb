import { equals, filter, isAtMost } from '../pieces/filter';
import { isBadlyRated, scoreIn } from '../pieces/rating';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { completeAtSalesIq, salesIqTrigger } from '../pieces/salesIq';
import { fields } from '../pieces/set';
import { talkOf } from '../pieces/talk';
import { templateOf, type Step } from '../template';

const trigger = salesIqTrigger('Missed or Rated', ['conversation.missed', 'conversation.rated']);
const complete = completeAtSalesIq(trigger.name);

/**
 * A visitor answers several questions, each an event, and may change the answer: so the ratings are
 * judged before anything counts as done, and the trigger skips no second rating of a conversation.
 */
const worthATicket = filter(
	'Worth a Ticket?',
	[
		['={{ $json.event }}', equals, 'conversation.missed'],
		...isBadlyRated,
		['={{ $json.event }}', equals, 'conversation.closed'],
	],
	'or',
);

const facts = `[['Visitor', $json.contact.name], ['Email', $json.contact.email], ['Phone', $json.contact.phone], ['Agent', $json.agent.name], ['Channel', $json.conversation.channel], ['Subject', $json.conversation.subject], ['Comment', $json.rating.comment], ['Conversation', $json.conversation.id], ['Link', $json.conversation.url]]
	.filter(([, value]) => value).map((fact) => fact.join(': ').slice(0, 2000)).join('\\n')`;
const talk = `${talkOf('$json.transcript')}.join('\\n')`;

const ticket = fields('Ticket', {
	externalId: '={{ $json.vendor }} {{ $json.conversation.id ?? $json.deliveryId }}',
	subject: `={{ $json.event === 'conversation.missed' ? 'Missed conversation' : $json.rating.score === null ? 'Conversation' : ${scoreIn('$json')} }}: {{ ($json.contact.name ?? $json.contact.email ?? 'a visitor').slice(0, 60) }}`,
	text: `={{ ${facts} }}

{{ ${talk} || 'No transcript' }}`,
});

/** It gives no item for no ticket, hence the empty one; n8n then gives that on a failure, too. */
const lookFor: Step = {
	name: 'Look for the Ticket',
	type: 'n8n-nodes-base.zendesk',
	typeVersion: 1,
	parameters: {
		operation: 'getAll',
		limit: 1,
		options: { query: '=external_id:"{{ $json.externalId }}"' },
	},
	alwaysOutputData: true,
	onError: 'continueErrorOutput',
};

const noneYet = filter('None Yet?', [
	[`={{ $json.id ?? 'none' }}`, equals, 'none'],
	[`={{ $('${lookFor.name}').all(1).length }}`, isAtMost, 0],
]);

const openTicket: Step = {
	name: 'Open Ticket',
	type: 'n8n-nodes-base.zendesk',
	typeVersion: 1,
	parameters: {
		description: `={{ $('${ticket.name}').item.json.text }}`,
		additionalFields: {
			externalId: `={{ $('${ticket.name}').item.json.externalId }}`,
			subject: `={{ $('${ticket.name}').item.json.subject }}`,
			tags: "={{ ['conversation'] }}",
		},
	},
	onError: 'continueErrorOutput',
};

export const ticketForConversation = templateOf({
	name: 'Open a Zendesk ticket for a missed or badly rated conversation',
	note: `## Open a Zendesk ticket for a missed or badly rated conversation

With who it was, how to reach them, and what was said: one ticket per conversation, no matter how many events it has.

### Set up (3 minutes)
1. Choose the credential and the portal in **${trigger.name}** and **${complete.name}**, and the Zendesk account in **${lookFor.name}** and **${openTicket.name}**.
2. Which conversations? Choose the events in **${trigger.name}**: *Conversation Missed*, *Conversation Rated* (only bad ratings), *Conversation Completed* for every conversation. **${worthATicket.name}** says what is bad: 2 or fewer of 5 stars, or a net promoter score of 6 or less.
3. Publish: SalesIQ then calls automatically.

### Use another vendor
1. Right-click **${trigger.name}**, choose *Replace* and select the trigger of your vendor. iAdvize: *Satisfaction Answered*, *Conversation Closed* for every conversation. Swiftsell, for every conversation: see the template *Remember Swiftsell visitors*.
2. Replace **${complete.name}** with the node of the same vendor (*Conversation: Complete Event*). Its event is \`{{ $('${trigger.name}').item.json }}\`.
3. In its *Settings*, set *On Error* to *Continue (using error output)* and connect *Error* to **${tryAgainLater.name}**.
4. Choose the credentials for both.
5. Enter the trigger's Production URL at the vendor.

${whenSomethingFails}`,
	lines: [
		{ steps: [trigger, complete, worthATicket, ticket, lookFor, noneYet, openTicket] },
		tryAgainAt(complete.name, { column: 4 }),
	],
	errorsTo: tryAgainLater.name,
});
