import { byName, tableThere, values } from '../pieces/dataTable';
import { filter, isTrue } from '../pieces/filter';
import { consent, hello, mayWeWrite, SENDER } from '../pieces/mail';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { completeTheEvent, conversationEnded, useAnotherVendor } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const TABLE = 'Conversation Surveys';
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

const surveyTable = tableThere('Survey Table', TABLE, {
	conversation: 'string',
	contact: 'string',
	agent: 'string',
	score: 'number',
	comment: 'string',
});

const answer = `$('${answered.name}').item.json.data`;

const keepTheAnswer: Step = {
	name: 'Keep the Answer',
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters: {
		dataTableId: byName(TABLE),
		...values(
			{
				conversation: `={{ ${event}.vendor }} {{ ${event}.conversation.id }}`,
				contact: `={{ ${event}.contact.email }}`,
				agent: `={{ ${event}.agent.name }}`,
				score: `={{ Number(${answer}['${SCORE}']) }}`,
				comment: `={{ (${answer}['${COMMENT}'] ?? '').slice(0, 2000) }}`,
			},
			{ score: 'number' },
		),
	},
};

export const surveyAtConversationEnd = templateOf({
	name: 'Send a survey when a conversation ends',
	note: `## Send a survey when a conversation ends

An email with a link to a form of this n8n, once for each conversation. The link works once, for two weeks; the answer is stored with the conversation in the data table *${TABLE}*.

### Set up (4 minutes)
1. Choose credentials in **${conversationEnded.name}**, **${complete.name}** and **${ask.name}**.
2. ${consent}
3. Write the sender, subject and text in **${ask.name}**. Its form asks the questions: the answers come under their labels, so if you change a label or the scores, also change them in **${answered.name}** and **${keepTheAnswer.name}**.
4. Publish, and enter the trigger's Production URL at the vendor (Zoho SalesIQ registers itself).

${useAnotherVendor}

${whenSomethingFails}`,
	lines: [
		{
			steps: [
				...[conversationEnded, complete, mayWeWrite, ask],
				...[answered, surveyTable, keepTheAnswer],
			],
		},
		tryAgainAt(complete.name, { column: 2 }),
	],
	errorsTo: tryAgainLater.name,
});
