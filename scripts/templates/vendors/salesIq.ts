import { sendEmail } from '../pieces/email';
import { equals, filter } from '../pieces/filter';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { atSalesIq, completeAtSalesIq, PORTAL, salesIqTrigger } from '../pieces/salesIq';
import { talkOf } from '../pieces/talk';
import { templateOf, type Step } from '../template';

const SENDER = 'SalesIQ <salesiq@example.com>';
const TEAM = 'team@example.com';

const registersItself =
	'Publish: that registers the webhook at SalesIQ. Unpublishing takes it away again.';

const rated = salesIqTrigger('Rated Badly', ['conversation.rated'], {
	filters: { ratingAtMost: 2 },
});
/** An alert without a transcript is better than none. */
const transcript: Step = {
	...completeAtSalesIq(rated.name),
	name: 'Get Transcript',
	onError: 'continueRegularOutput',
};
const bad = `$('${rated.name}').item.json`;
const alert = sendEmail('Send Alert', {
	from: SENDER,
	to: TEAM,
	subject: `=Rated {{ ${bad}.rating.score }}: {{ (${bad}.contact.name ?? 'a visitor').slice(0, 60) }} in SalesIQ`,
	text: `=Visitor: {{ ${bad}.contact.name ?? 'unknown' }}
Email: {{ ${bad}.contact.email ?? 'unknown' }}
Operator: {{ ${bad}.agent.name ?? 'unknown' }}
Comment: {{ (${bad}.rating.comment ?? 'none').slice(0, 2000) }}

{{ ${talkOf(`$('${transcript.name}').item.json.transcript`)}.join('\\n') || 'No transcript' }}`,
});

export const alertOnBadRating = templateOf({
	name: 'Alert the team when a SalesIQ conversation is rated badly',
	note: `## Alert the team when a SalesIQ conversation is rated badly

For teams that call an unhappy customer back while it still matters: the alert brings the transcript along.

### Set up (3 minutes)
1. Choose credential and portal in **${rated.name}** and **${transcript.name}**, and the SMTP account in **${alert.name}**.
2. Write sender and team in **${alert.name}**. Change the worst score in the filters of the trigger.
3. ${registersItself}

${whenSomethingFails}`,
	lines: [{ steps: [rated, transcript, alert] }, tryAgainAt(alert.name, { column: 2 })],
	errorsTo: tryAgainLater.name,
});

const missed = salesIqTrigger('Conversation Missed', ['conversation.missed']);
const nobody = `$('${missed.name}').item.json`;
const toTheTeam = sendEmail('Email the Team', {
	from: SENDER,
	to: TEAM,
	subject: `=Missed: {{ (${nobody}.contact.name ?? 'a visitor').slice(0, 60) }} in SalesIQ`,
	text: `=Nobody picked up the conversation {{ ${nobody}.conversation.id }} at {{ ${nobody}.occurredAt }}.

Visitor: {{ ${nobody}.contact.name ?? 'unknown' }}
Email: {{ ${nobody}.contact.email ?? 'unknown' }}
Phone: {{ ${nobody}.contact.phone ?? 'unknown' }}

{{ (${nobody}.conversation.subject ?? '').slice(0, 2000) }}`,
});

export const emailOnMissedConversation = templateOf({
	name: 'Email the team when a SalesIQ conversation is missed',
	note: `## Email the team when a SalesIQ conversation is missed

For teams that want every visitor to get an answer, also those who came when nobody was there: the email has all that a ticket needs.

### Set up (3 minutes)
1. Choose credential and portal in **${missed.name}**, and the SMTP account in **${toTheTeam.name}**.
2. Write sender and team in **${toTheTeam.name}**.
3. ${registersItself}

${whenSomethingFails}`,
	lines: [{ steps: [missed, toTheTeam] }, tryAgainAt(toTheTeam.name, { column: 1 })],
	errorsTo: tryAgainLater.name,
});

const updated = salesIqTrigger('Visitor Updated', ['visitor.updated']);
const captured = filter('Has Become a Contact?', [
	['={{ $json.event }}', equals, 'contact.captured'],
]);
const who = `$('${updated.name}').item.json`;
const toSales = sendEmail('Email Sales', {
	from: SENDER,
	to: TEAM,
	subject: `=New contact: {{ (${who}.contact.name ?? ${who}.contact.email ?? 'a visitor').slice(0, 60) }}`,
	text: `=Name: {{ ${who}.contact.name ?? 'unknown' }}
Email: {{ ${who}.contact.email ?? 'unknown' }}
Phone: {{ ${who}.contact.phone ?? 'unknown' }}

Changed by {{ ${who}.actor.name ?? 'SalesIQ' }} at {{ ${who}.occurredAt }}.`,
});

export const emailNewLead = templateOf({
	name: 'Email sales when a SalesIQ visitor becomes a contact',
	note: `## Email sales when a SalesIQ visitor becomes a contact

For sales teams that want to know at once when a visitor has left an address. The trigger tells that as \`contact.captured\`, and other changes as \`contact.updated\`.

### Set up (3 minutes)
1. Choose credential and portal in **${updated.name}**, and the SMTP account in **${toSales.name}**.
2. Write sender and team in **${toSales.name}**.
3. ${registersItself}

${whenSomethingFails}`,
	lines: [{ steps: [updated, captured, toSales] }, tryAgainAt(toSales.name, { column: 2 })],
	errorsTo: tryAgainLater.name,
});

const completed = salesIqTrigger('Conversation Completed', ['conversation.completed']);
const ended = `$('${completed.name}').item.json`;
const example = sendEmail('Email the Team', {
	from: SENDER,
	to: TEAM,
	subject: `=Conversation {{ ${ended}.conversation.id }} has ended`,
	text: `=Visitor: {{ ${ended}.contact.name ?? 'unknown' }}
Operator: {{ ${ended}.agent.name ?? 'unknown' }}
Ended: {{ ${ended}.occurredAt }}`,
});

const hourly: Step = {
	name: 'Every Hour',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'hours' }] } },
};
const webhooks = atSalesIq('Find Webhooks', {
	resource: 'webhook',
	operation: 'getMany',
	...PORTAL,
	type: 'data',
});
/** The trigger registers its address with a token at the end. */
const isOurs = filter('Is It Ours?', [
	["={{ $json.url.split('?')[0] }}", equals, 'Paste the Production URL here'],
]);
const failed = atSalesIq('What Was Missed', {
	resource: 'failedExecution',
	operation: 'getMany',
	...PORTAL,
	webhookId: '={{ $json.id }}',
	returnAll: true,
	filters: { from_time: '={{ $now.minus({ hours: 24 }).toISO() }}' },
});
const again = atSalesIq('Deliver Again', {
	resource: 'failedExecution',
	operation: 'retry',
	...PORTAL,
	webhookId: '={{ $json.webhook_id }}',
	ids: '={{ $json.id }}',
});

export const catchUpAfterDowntime = templateOf({
	name: 'Catch up with SalesIQ after n8n was down',
	note: `## Catch up with SalesIQ after n8n was down

For whoever cannot afford to lose a conversation: SalesIQ calls four times within three minutes and then gives up. Every hour it is asked what it could not deliver within the last 24 hours, and told to deliver it again: it comes in above, signed like any call, each once.

### Set up (4 minutes)
1. Choose credential and portal in **${completed.name}**, **${webhooks.name}**, **${failed.name}** and **${again.name}**, and the SMTP account of the example in **${example.name}**.
2. Open **${completed.name}**, copy the Production URL, and paste it in **${isOurs.name}**: other webhooks may belong to somebody else.
3. Put your own steps in place of **${example.name}**.
4. ${registersItself} SalesIQ keeps what failed for 60 days: go back further in **${failed.name}** after a longer time.

${whenSomethingFails}`,
	lines: [
		{ steps: [completed, example] },
		tryAgainAt(example.name, { column: 1 }),
		{ steps: [hourly, webhooks, isOurs, failed, again] },
	],
	errorsTo: tryAgainLater.name,
});
