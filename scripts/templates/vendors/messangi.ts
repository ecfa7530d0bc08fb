import { withoutLinks } from '../pieces/mail';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { PACK } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const chosen: Step = {
	name: 'Option Chosen',
	type: `${PACK}.messangiTrigger`,
	typeVersion: 1.1,
	parameters: { events: ['chatbot.option'] },
};
const choice = `$('${chosen.name}').item.json`;
/** With an option may come an answer, which somebody wrote. */
const words = withoutLinks(`(${choice}.message.text ?? '').slice(0, 60)`);
const confirm: Step = {
	name: 'Send Confirmation',
	type: `${PACK}.messangi`,
	typeVersion: 1,
	parameters: {
		resource: 'message',
		operation: 'sendSms',
		from: '12345',
		to: `={{ ${choice}.contact.phone }}`,
		text: `=Thank you. You have chosen: {{ ${words} }}`,
	},
	onError: 'continueErrorOutput',
};

export const smsOnOptionChosen = templateOf({
	name: 'Confirm by SMS what was chosen in a Messangi chatbot',
	note: `## Confirm by SMS what was chosen in a Messangi chatbot

For campaigns in which a choice is a commitment: the choice is confirmed by SMS, once. Filter by campaign, label or keyword in the trigger.

### Set up (3 minutes)
1. Make up a header name and a token in the credential of **${chosen.name}**, and choose the API credential in **${confirm.name}**.
2. Write the sender and text in **${confirm.name}**, and publish.
3. In the campaign editor, enter the Production URL of **${chosen.name}** for the options, with that header.

${whenSomethingFails}`,
	lines: [{ steps: [chosen, confirm] }, tryAgainAt(confirm.name, { column: 1 })],
	errorsTo: tryAgainLater.name,
});
