import { consent, hello, mayWeWrite, SENDER, withoutLinks } from '../pieces/mail';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { lineOf } from '../pieces/talk';
import { completeTheEvent, conversationEnded, useAnotherVendor } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const complete = completeTheEvent(conversationEnded.name);

/** The last lines of the chat, none of which can pass for several. */
const talk = `($json.transcript ?? [])
	.filter(({ text, from }) => text && from !== 'system').slice(-20)
	.map(({ text, from, name }) => ${lineOf("from === 'visitor' ? 'You' : name?.slice(0, 60) ?? (from && 'We')", "text.slice(0, 500).replaceAll('\\n', ' ')")})
	.join('\\n')`;

const sendEmail: Step = {
	name: 'Send Email',
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	parameters: {
		fromEmail: SENDER,
		toEmail: '={{ $json.contact.email }}',
		subject: 'Thank you for talking to us',
		emailFormat: 'text',
		text: `=${hello()},

thank you for talking to {{ $json.agent.name ?? 'us' }}.

{{ $json.transcript?.length ? 'What we talked about:' : '' }}
{{ ${withoutLinks(talk)} }}

Just reply to this email if you have any more questions.`,
		options: { appendAttribution: false },
	},
	onError: 'continueErrorOutput',
};

export const emailAtConversationEnd = templateOf({
	name: 'Email the visitor when a conversation ends',
	note: `## Email the visitor when a conversation ends

A thank-you with what was talked about and with whom, once for each conversation. Links in it are disabled, as the visitor may have written them, and an address gets at most three such emails a day.

### Set up (4 minutes)
1. Choose credentials in **${conversationEnded.name}**, **${complete.name}** and **${sendEmail.name}**.
2. ${consent}
3. Write the sender, subject and text in **${sendEmail.name}**.
4. Publish, and enter the trigger's Production URL at the vendor (Zoho SalesIQ registers itself).

${useAnotherVendor}

${whenSomethingFails}`,
	lines: [
		{ steps: [conversationEnded, complete, mayWeWrite, sendEmail] },
		tryAgainAt(complete.name, { column: 2 }),
	],
	errorsTo: tryAgainLater.name,
});
