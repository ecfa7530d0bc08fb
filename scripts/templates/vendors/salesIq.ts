import { sendEmail } from '../pieces/email';
import { equals, filter } from '../pieces/filter';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { atSalesIq, byId, completeAtSalesIq, PORTAL, salesIqTrigger } from '../pieces/salesIq';
import { talkOf } from '../pieces/talk';
import { templateOf, type Step } from '../template';

const SENDER = 'SalesIQ <salesiq@example.com>';
const TEAM = 'team@example.com';

const registersItself = 'Publish: that registers the webhook in SalesIQ. Unpublishing removes it.';

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

For teams that call an unhappy customer back while it still matters: the alert includes the transcript.

### Set up (3 minutes)
1. Choose the credential and the portal in **${rated.name}** and **${transcript.name}**, and the SMTP account in **${alert.name}**.
2. Enter the sender and the team in **${alert.name}**. Change the worst score in the filters of the trigger.
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

For teams that want every visitor to get an answer, even those who came when no one was there: the email has everything a ticket needs.

### Set up (3 minutes)
1. Choose the credential and the portal in **${missed.name}**, and the SMTP account in **${toTheTeam.name}**.
2. Enter the sender and the team in **${toTheTeam.name}**.
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

For sales teams that want to know right away when a visitor has left an address. The trigger outputs that as \`contact.captured\`, and other changes as \`contact.updated\`.

### Set up (3 minutes)
1. Choose the credential and the portal in **${updated.name}**, and the SMTP account in **${toSales.name}**.
2. Enter the sender and the team in **${toSales.name}**.
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
	webhookId: byId('={{ $json.id }}'),
	returnAll: true,
	filters: { from_time: '={{ $now.minus({ hours: 24 }).toISO() }}' },
});
const again = atSalesIq('Deliver Again', {
	resource: 'failedExecution',
	operation: 'retry',
	...PORTAL,
	webhookId: byId('={{ $json.webhook_id }}'),
	ids: '={{ $json.id }}',
});

export const catchUpAfterDowntime = templateOf({
	name: 'Catch up with SalesIQ after n8n was down',
	note: `## Catch up with SalesIQ after n8n was down

For teams that cannot afford to lose a conversation: SalesIQ calls four times within three minutes and then gives up. Every hour, this workflow asks what it could not deliver within the last 24 hours, and has it delivered again: it arrives above, signed like any call, once each.

### Set up (4 minutes)
1. Choose the credential and the portal in **${completed.name}**, **${webhooks.name}**, **${failed.name}** and **${again.name}**, and the SMTP account of the example in **${example.name}**.
2. Open **${completed.name}**, copy the Production URL, and paste it into **${isOurs.name}**: other webhooks may belong to someone else.
3. Replace **${example.name}** with your own steps.
4. ${registersItself} SalesIQ keeps failed calls for 60 days: after a longer outage, go back further in **${failed.name}**.
5. Before n8n 2.40: run this by hand, from **${hourly.name}**, each time before you publish a change. Publishing removes the webhook there, and its failed calls with it.

${whenSomethingFails}`,
	lines: [
		{ steps: [completed, example] },
		tryAgainAt(example.name, { column: 1 }),
		{ steps: [hourly, webhooks, isOurs, failed, again] },
	],
	errorsTo: tryAgainLater.name,
});
