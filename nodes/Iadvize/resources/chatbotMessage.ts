import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import type { Operation, Resource } from '../../shared/operations/operation';
import { requireNoUserErrors } from '../api/graphQlAnswer';
import { graphQl } from '../api/graphQlRequest';
import { conversationIdField } from './conversation/get';
import * as output from './graphQlOutputs';
import { idField, uuidOf } from './ids';

const MAX_TEXT = 450;
export const CHATBOT_PREVIEW = 'automation-chatbot-conversation';

export const chatbotMessageText = `mutation SendProactiveMessage($conversationId: UUID!, $chatBotId: Int!, $actionOrMessage: ChatbotActionOrMessageInput!) {
  chatbotMessageSend(input: { conversationId: $conversationId, chatbotId: $chatBotId, actionOrMessage: $actionOrMessage }) {
    userErrors { __typename }
  }
}`;

const sendChatbotMessage: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send chatbot message',
		description:
			"Let your external bot say or do something in a conversation, after the visitor's first message. The format of messages and actions comes from a public client, not from iAdvize's documentation.",
	},
	fields: [
		conversationIdField,
		{
			...idField('Chatbot ID', 'chatbotId', 'ha-456678'),
			description: 'ID of an external bot in this account, with or without the platform in front',
		},
		{
			displayName: 'What to Send',
			name: 'kind',
			type: 'options',
			default: 'text',
			options: [
				{ name: 'Close', value: 'close', description: 'End the conversation' },
				{ name: 'Quick Replies', value: 'quickReplies', description: 'A text with choices to tap' },
				{ name: 'Text', value: 'text' },
				{ name: 'Transfer', value: 'transfer', description: 'Hand over to a routing rule' },
			],
			description: 'What the bot says or does',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. Your order is on its way',
			description: 'At most 450 characters; iAdvize advises 250',
			displayOptions: { show: { kind: ['text', 'quickReplies'] } },
		},
		{
			displayName: 'Choices',
			name: 'choices',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Choice' },
			default: [],
			placeholder: 'e.g. Yes',
			description: 'What the visitor can tap on, in a few words each',
			displayOptions: { show: { kind: ['quickReplies'] } },
		},
		{
			...idField(
				'Routing Rule ID',
				'routingRuleId',
				'ef4670c3-d715-4a21-8226-ed17f354fc44',
				'UUID of the rule that finds an operator; Routing Rule: Get Many lists them',
			),
			displayOptions: { show: { kind: ['transfer'] } },
		},
		{
			displayName: 'Timeout in Seconds',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 5, maxValue: 60 },
			default: 30,
			description: 'How long to look for an operator; iAdvize advises at least 15',
			displayOptions: { show: { kind: ['transfer'] } },
		},
	],
	output: output.done,
	async run(call) {
		const data = await graphQl(call, {
			query: chatbotMessageText,
			variables: {
				conversationId: uuidOf(call, 'conversationId'),
				chatBotId: chatbotIdOf(call),
				actionOrMessage: actionOrMessage(call),
			},
			preview: CHATBOT_PREVIEW,
			repeatable: false,
		});
		requireNoUserErrors(call, data, 'chatbotMessageSend');
		return { success: true, message: null };
	},
};

/** "ha-456678" as 456678. */
function chatbotIdOf({ text, refuse }: Call): number {
	const id = text('chatbotId');
	const digits = /^(?:(?:ha|sd)-)?(\d{1,15})$/i.exec(id)?.[1];
	if (digits !== undefined) return Number(digits);
	throw refuse(`"${id}" is not the ID of a chatbot`, 'It looks like ha-456678');
}

function actionOrMessage(call: Call): IDataObject {
	switch (call.text('kind')) {
		case 'close':
			return { chatbotAction: { closeMessage: { _unusedField: false } } };
		case 'transfer': {
			const routingRuleId = uuidOf(call, 'routingRuleId');
			const timeout = call.number('timeout');
			return {
				chatbotAction: { transferMessage: { routingRuleId, transferOptions: { timeout } } },
			};
		}
		case 'quickReplies': {
			const quickReplyMenu = { choices: call.list('choices'), message: messageText(call) };
			return { chatbotMessage: { chatbotMessageAttachmentInput: { quickReplyMenu } } };
		}
		default:
			return { chatbotMessage: { chatbotSimpleTextMessage: messageText(call) } };
	}
}

function messageText(call: Call): string {
	const text = call.text('text');
	if (text !== '' && text.length <= MAX_TEXT) return text;
	throw call.refuse(
		text === '' ? 'The text is empty' : `The text has ${text.length} characters`,
		`iAdvize takes 1 to ${MAX_TEXT} characters`,
	);
}

export const chatbotMessage: Resource = {
	option: { name: 'Chatbot Message', value: 'chatbotMessage' },
	operations: [sendChatbotMessage],
};
