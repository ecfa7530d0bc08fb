import { sendEmail } from '../pieces/email';
import { equals, filter } from '../pieces/filter';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { PACK } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const SENDER = 'Chat <chat@example.com>';
const TEAM = 'team@example.com';

const trigger = (name: string, parameters: Step['parameters']): Step => ({
	name,
	type: `${PACK}.swiftsellTrigger`,
	typeVersion: 1.1,
	parameters,
});

const setUp = (
	own: string,
	email: string,
) => `1. Make up a long token, and put it into the credential of **${own}**; choose the SMTP account in **${email}**.
2. Enter the sender and the team in **${email}**, and publish.
3. In Swiftsell, under Integrations > Events, enter the Production URL of **${own}** and the token, and save: the address is tested right away.`;

const filledIn = trigger('Form Filled In', {
	events: ['message'],
	filters: { messageTypes: ['form.response'] },
});
const lead = `$('${filledIn.name}').item.json`;
const emailSales = sendEmail('Email Sales', {
	from: SENDER,
	to: TEAM,
	subject: `=New lead: {{ (${lead}.contact.name ?? ${lead}.contact.email ?? 'a visitor').slice(0, 60) }}`,
	text: `=Name: {{ ${lead}.contact.name ?? 'unknown' }}
Email: {{ ${lead}.contact.email ?? 'unknown' }}
Phone: {{ ${lead}.contact.phone ?? 'unknown' }}
Conversation: {{ ${lead}.conversation.id }}
Time: {{ ${lead}.occurredAt }}`,
});

export const emailNewLead = templateOf({
	name: 'Email sales when a visitor fills in a Swiftsell form',
	note: `## Email sales when a visitor fills in a Swiftsell form

For sales teams that want the lead right away, with the email and phone already extracted from the form: one email for each reply.

### Set up (3 minutes)
${setUp(filledIn.name, emailSales.name)}

${whenSomethingFails}`,
	lines: [{ steps: [filledIn, emailSales] }, tryAgainAt(emailSales.name, { column: 1 })],
	errorsTo: tryAgainLater.name,
});

const assigned = trigger('Assignee Changed', { events: ['assignee_change'] });
const isHuman = filter('Is It a Human?', [['={{ $json.agent.kind }}', equals, 'human']]);
const handed = `$('${assigned.name}').item.json`;
const alert = sendEmail('Alert the Team', {
	from: SENDER,
	to: TEAM,
	subject: `=Please take over conversation {{ ${handed}.conversation.id }}`,
	text: `=Assigned to: {{ ${handed}.agent.email ?? ${handed}.agent.id ?? 'a human' }}
Handed over by: {{ ${handed}.change.from ?? 'unknown' }}
Conversation: {{ ${handed}.conversation.id }}
Visitor: {{ ${handed}.contact.id ?? 'unknown' }}
Time: {{ ${handed}.occurredAt }}`,
});

export const alertOnHandover = templateOf({
	name: 'Alert the team when Swiftsell hands a conversation to a human',
	note: `## Alert the team when Swiftsell hands a conversation to a human

For teams where a bot answers first: the person who takes over should not keep the visitor waiting. The trigger outputs who now has the conversation as \`agent\`, and a conversation handed back to a bot triggers no alert.

### Set up (3 minutes)
${setUp(assigned.name, alert.name)}

${whenSomethingFails}`,
	lines: [{ steps: [assigned, isHuman, alert] }, tryAgainAt(alert.name, { column: 2 })],
	errorsTo: tryAgainLater.name,
});
