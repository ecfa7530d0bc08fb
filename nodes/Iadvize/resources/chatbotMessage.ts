import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { graphQl, requireNoUserErrors } from '../api/graphQl';
import { conversationIdField } from './conversation/get';
import { textParameter } from '../../shared/operations/parameters';
import { uuidParameter } from './ids';
import * as output from './outputs';

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
			"Let your external bot say or do something in a conversation, after the visitor's first message. How messages and actions are written was seen in a public client, not in iAdvize's documentation.",
	},
	fields: [
		conversationIdField,
		{
			displayName: 'Chatbot ID',
			name: 'chatbotId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ha-456678',
			description: 'Of an external bot of this account, with or without the platform before it',
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
			displayOptions: { show: { kind: ['quickReplies'] } },
		},
		{
			displayName: 'Routing Rule ID',
			name: 'routingRuleId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ef4670c3-d715-4a21-8226-ed17f354fc44',
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
	async run({ context, item }) {
		const variables: IDataObject = {
			conversationId: uuidParameter(context, 'conversationId', item),
			chatBotId: chatbotIdParameter(context, item),
			actionOrMessage: actionOrMessage(context, item),
		};
		const request = {
			query: chatbotMessageText,
			variables,
			preview: CHATBOT_PREVIEW,
			repeatable: false,
		};
		requireNoUserErrors(context, await graphQl(context, request), 'chatbotMessageSend');
		return { success: true, message: null };
	},
};

/** "ha-456678" as 456678. */
function chatbotIdParameter(context: IExecuteFunctions, item: number): number {
	const id = textParameter(context, 'chatbotId', item);
	const digits = /^(?:(?:ha|sd)-)?(\d{1,15})$/i.exec(id)?.[1];
	if (digits !== undefined) return Number(digits);
	throw new NodeOperationError(context.getNode(), `"${id}" is no ID of a chatbot`, {
		itemIndex: item,
		description: 'It looks like ha-456678',
	});
}

function actionOrMessage(context: IExecuteFunctions, item: number): IDataObject {
	switch (context.getNodeParameter('kind', item) as string) {
		case 'close':
			return { chatbotAction: { closeMessage: { _unusedField: false } } };
		case 'transfer': {
			const routingRuleId = uuidParameter(context, 'routingRuleId', item);
			const timeout = context.getNodeParameter('timeout', item) as number;
			return {
				chatbotAction: { transferMessage: { routingRuleId, transferOptions: { timeout } } },
			};
		}
		case 'quickReplies': {
			const choices = context.getNodeParameter('choices', item) as string[];
			const quickReplyMenu = { choices, message: messageText(context, item) };
			return { chatbotMessage: { chatbotMessageAttachmentInput: { quickReplyMenu } } };
		}
		default:
			return { chatbotMessage: { chatbotSimpleTextMessage: messageText(context, item) } };
	}
}

function messageText(context: IExecuteFunctions, item: number): string {
	const text = context.getNodeParameter('text', item) as string;
	if (text !== '' && text.length <= MAX_TEXT) return text;
	throw new NodeOperationError(
		context.getNode(),
		text === '' ? 'The text is empty' : `The text has ${text.length} characters`,
		{ itemIndex: item, description: `iAdvize takes 1 to ${MAX_TEXT} characters` },
	);
}

export const chatbotMessage: Resource = {
	option: { name: 'Chatbot Message', value: 'chatbotMessage' },
	operations: [sendChatbotMessage],
};
