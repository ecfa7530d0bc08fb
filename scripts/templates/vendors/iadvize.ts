import { omit } from '../../../simulators/shared/omit';
import { sendEmail } from '../pieces/email';
import { equals, filter, matches } from '../pieces/filter';
import { agreedTo, SENDER, withoutLinks } from '../pieces/mail';
import { conversationEnded, PACK } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

/** Other channels have no visitor of the REST API. */
const ended: Step = {
	...conversationEnded,
	parameters: {
		...conversationEnded.parameters,
		filters: { channels: ['CHAT', 'CALL', 'VIDEO'] },
	},
};
const event = `$('${ended.name}').item.json`;

const getVisitor: Step = {
	name: 'Get Visitor',
	type: `${PACK}.iadvize`,
	typeVersion: 1,
	parameters: {
		resource: 'visitor',
		operation: 'get',
		visitorId: '={{ $json.payload?.visitorExternalId }}',
	},
};

/** One address and no list of them: the visitor has written it. */
const mayWeWrite = filter('May We Write?', [
	['={{ $json.email }}', matches, "^[\\w'+-]+(\\.[\\w'+-]+)*@([a-zA-Z0-9-]+\\.)+[a-zA-Z]{2,63}$"],
	[agreedTo(event), equals, 'true'],
]);

const name = withoutLinks("$json.firstname.replace(/[\\s\\p{C}]+/gu, ' ').slice(0, 60)");

const letter = sendEmail('Send Email', {
	from: SENDER,
	to: '={{ $json.email }}',
	subject: 'Thank you for talking to us',
	text: `=Hello{{ $json.firstname ? ' ' + ${name} : '' }},

thank you for talking to us. Just reply to this email if you have any more questions.`,
});

/** What fails shows as failed, and is sent by a click. */
const thankYou = omit(letter, 'onError');

export const emailAtConversationEnd = templateOf({
	name: 'Email the visitor when an iAdvize conversation ends',
	note: `## Email the visitor when an iAdvize conversation ends

The smallest way from an ended conversation to an email, as iAdvize describes it: the event names the visitor, and the REST API knows the address. For website conversations, once each. Visitors without an address get nothing.

### Set up (3 minutes)
1. Choose credentials in **${ended.name}**, **${getVisitor.name}** and **${thankYou.name}**.
2. In **${mayWeWrite.name}**, replace \`payload.consent\` with the field in which your chat stores the visitor's consent, and enter the value that means yes. Visitors who have not agreed get nothing. Delete the condition only if you need no consent.
3. Write the sender, subject and text in **${thankYou.name}**.
4. Publish, and enter the trigger's Production URL in iAdvize.

### When something fails
The execution shows as failed and keeps all its data: *Retry* finishes it. *Email the visitor when a conversation ends* does more: it has the transcript, tries again automatically, works on any channel and with any vendor, and stops at three emails a day to one address.`,
	lines: [{ steps: [ended, getVisitor, mayWeWrite, thankYou] }],
});
