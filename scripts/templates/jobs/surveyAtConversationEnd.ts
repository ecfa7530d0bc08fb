import { asInItem, rows } from '../pieces/dataTable';
import { filter, isTrue } from '../pieces/filter';
import { consent, hello, mayWeWrite, SENDER } from '../pieces/mail';
import { RATINGS, ratingTable } from '../pieces/ratings';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { json } from '../pieces/set';
import { completeTheEvent, conversationEnded, useAnotherVendor } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const SCORES = ['5', '4', '3', '2', '1'];
const SCORE = 'How satisfied are you?';
const COMMENT = 'What can we do better?';

const complete = completeTheEvent(conversationEnded.name, { includeTranscript: false });

/** While n8n waits, a step has no input: the form shows this too, and finds it by name. */
const event = `$('${mayWeWrite.name}').first().json`;

const ask: Step = {
	name: 'Ask and Wait',
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	parameters: {
		operation: 'sendAndWait',
		fromEmail: SENDER,
		toEmail: '={{ $json.contact.email }}',
		subject: 'How was your conversation with us?',
		message: `=${hello(event)}, two clicks tell us what we can do better.`,
		responseType: 'customForm',
		formFields: {
			values: [
				{
					fieldLabel: SCORE,
					fieldType: 'radio',
					fieldOptions: { values: SCORES.map((option) => ({ option })) },
					requiredField: true,
				},
				{ fieldLabel: COMMENT, fieldType: 'textarea' },
			],
		},
		options: {
			messageButtonLabel: 'Answer',
			responseFormTitle: 'How was your conversation with us?',
			responseFormButtonLabel: 'Send',
			limitWaitTime: {
				values: { limitType: 'afterTimeInterval', resumeAmount: 14, resumeUnit: 'days' },
			},
			appendAttribution: false,
		},
	},
	onError: 'continueErrorOutput',
};

// A form can be sent by other means than the form; and after two weeks it goes on without an answer.
const answered = filter('Answered?', [
	[`={{ ${JSON.stringify(SCORES)}.includes(String($json.data?.['${SCORE}'])) }}`, isTrue],
]);

const surveyTable = ratingTable('Rating Table');

const answer = `$('${answered.name}').item.json.data`;

/** As the dashboard of ratings has it; what is not known here stays as it was. */
const whatToKeep = json(
	'What to Keep',
	`={{ Object.fromEntries(Object.entries({
	conversation: ${event}.vendor + ' ' + ${event}.conversation.id,
	vendor: ${event}.vendor,
	channel: ${event}.conversation.channel,
	inbox: ${event}.inbox.name ?? ${event}.inbox.id,
	agent: ${event}.agent.name,
	contact: ${event}.contact.email,
	csat: Number(${answer}['${SCORE}']),
	comment: (${answer}['${COMMENT}'] ?? '').slice(0, 2000),
	at: $now.toISO(),
}).filter(([, value]) => value)) }}`,
);

const keepTheAnswer = rows(
	...(['Keep the Answer', 'upsert', RATINGS] as const),
	[['conversation', 'eq', '={{ $json.conversation }}']],
	asInItem,
);

export const surveyAtConversationEnd = templateOf({
	name: 'Send a survey when a conversation ends',
	note: `## Send a survey when a conversation ends

An email with a link to a form of this n8n, once for each conversation. The link works once, for two weeks; the answer is stored with the conversation in the data table *${RATINGS}*, from which the template *Show customer satisfaction on a live dashboard* draws its page.

### Set up (4 minutes)
1. Choose credentials in **${conversationEnded.name}**, **${complete.name}** and **${ask.name}**.
2. ${consent}
3. Write the sender, subject and text in **${ask.name}**. Its form asks the questions: the answers come under their labels, so if you change a label or the scores, also change them in **${answered.name}** and **${whatToKeep.name}**.
4. Publish, and enter the trigger's Production URL at the vendor (Zoho SalesIQ registers itself).

${useAnotherVendor}

${whenSomethingFails}`,
	lines: [
		{
			steps: [
				...[conversationEnded, complete, mayWeWrite, ask],
				...[answered, surveyTable, whatToKeep, keepTheAnswer],
			],
		},
		tryAgainAt(complete.name, { column: 2 }),
	],
	errorsTo: tryAgainLater.name,
});
