import { eventTitle } from '../../../host/showroom/eventTitle';
import { textOfHtml } from '../../../host/showroom/textOfHtml';

const options = [
	{ name: 'Conversation Closed', value: 'v2.conversation.closed' },
	{ name: 'Conversation Created', value: 'conversation_create' },
	{ name: 'Contact Information', value: 'contact' },
	{ name: 'Message', value: 'message' },
	{ name: 'Message Edited', value: 'message-edited' },
	{ name: 'Satisfaction Answered', value: 'satisfaction.answered' },
];

test.each([
	['v2.conversation.closed', 'Conversation Closed'],
	['v2.conversation.closed-empty-operators', 'Conversation Closed: empty operators'],
	['conversation-create', 'Conversation Created'],
	['satisfaction.answered-netPromoterScore', 'Satisfaction Answered: net promoter score'],
	['contact-information-phone-only', 'Contact Information: phone only'],
	['message-edited', 'Message Edited'],
	['message-form', 'Message: form'],
	['messages', 'Messages'],
	['unknown-event', 'Unknown event'],
])('people call %s "%s"', (event, title) => {
	expect(eventTitle(event, options)).toBe(title);
});

test.each([
	['One<br>two<br/>three', 'One\ntwo\nthree'],
	['<p>One &amp; two</p><p>three</p>', 'One & two\nthree'],
	['&#60;img src=x&#62; &quot;&unknown;', '<img src=x> "&unknown;'],
	['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
	['<a <b>', ''],
])('of the HTML %s a reader sees the text', (html, text) => {
	expect(textOfHtml(html)).toBe(text);
});
