import type { IDataObject } from 'n8n-workflow';
import { longText, required, text } from '../../../shared/operations/fields';
import { swiftsell } from '../../api/request';
import { json } from '../fields';
import type { Operation } from '../../../shared/operations/operation';
import * as output from '../outputs';

/** The one way to start a conversation whose body is documented in full (help.wotnot.io, API channel). */
export const startOnApi: Operation = {
	option: {
		name: 'Start on API Channel',
		value: 'startOnApi',
		action: 'Start conversation on API channel',
		description:
			'Start a conversation with a bot that is built for the channel API and deployed, in the name of a visitor',
	},
	fields: [
		{
			displayName: 'Bot',
			name: 'botKey',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: 'searchBots', searchable: true },
				},
				{ displayName: 'By Key', name: 'key', type: 'string', placeholder: 'e.g. b0t4k3y' },
			],
			description:
				"The key stands on the bot's trigger block. The list needs the account ID in the credential.",
		},
		{
			...required(text('Visitor ID', 'visitorId', 'customer-1')),
			description: 'Your own ID of the visitor, another one for each',
		},
		longText('Text', 'text', 'Hello'),
		{
			...json('Contact Variables', 'contactVariables', ''),
			description: 'As JSON, such as {"name": "…", "email": "…", "phone": "…"}',
		},
		{
			...json('Conversation Variables', 'conversationVariables', ''),
			description: 'As JSON, such as {"order_number": "A-100"}',
		},
		{
			...json('System Variables', 'systemVariables', ''),
			description: 'As JSON, such as {"timezone": "Asia/Calcutta", "browserLanguage": "en-GB"}',
		},
	],
	output: output.conversationStarted,
	run({ context, json: group, text: read }) {
		const groups = {
			system: group('systemVariables'),
			contact: group('contactVariables'),
			conversation: group('conversationVariables'),
		};
		const variables = Object.fromEntries(
			Object.entries(groups).filter(([, values]) => Object.keys(values).length > 0),
		) as IDataObject;
		return swiftsell(context, {
			method: 'POST',
			path: '/api/v1/conversations',
			json: {
				channel: 'API',
				message: { type: 'text', data: { body: read('text') } },
				...(Object.keys(variables).length > 0 && { variables }),
				bot_key: read('botKey'),
				from: { user_external_id: read('visitorId'), type: 'VISITOR' },
			},
		});
	},
};
