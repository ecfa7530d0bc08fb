import { withoutEmpty } from '../../../shared/operations/call';
import { json, longText, required, text } from '../../../shared/operations/fields';
import { locator } from '../../../shared/operations/locators';
import type { Operation } from '../../../shared/operations/operation';
import { swiftsell } from '../../api/request';
import * as output from '../outputs';

/** The one way to start a conversation whose body is documented in full (help.wotnot.io, API channel). */
export const startOnApi: Operation = {
	option: {
		name: 'Start on API Channel',
		value: 'startOnApi',
		action: 'Start conversation on API channel',
		description:
			'Start a conversation as a visitor, with a deployed bot that is built for the API channel',
	},
	fields: [
		{
			...required(
				locator('Bot', 'botKey', 'searchBots', 'b0t4k3y', { displayName: 'By Key', name: 'key' }),
			),
			description:
				"Find the key on the bot's trigger block. The list needs the account ID in the credential.",
		},
		{
			...required(text('Visitor ID', 'visitorId', 'customer-1')),
			description: 'Your own ID for the visitor, a different one for each',
		},
		longText('Text', 'text', 'Hello', 'What the visitor says first'),
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
	run(call) {
		const variables = withoutEmpty({
			system: call.json('systemVariables'),
			contact: call.json('contactVariables'),
			conversation: call.json('conversationVariables'),
		});
		return swiftsell(call, {
			method: 'POST',
			path: '/api/v1/conversations',
			json: {
				channel: 'API',
				message: { type: 'text', data: { body: call.text('text') } },
				...withoutEmpty({ variables }),
				bot_key: call.text('botKey'),
				from: { user_external_id: call.text('visitorId'), type: 'VISITOR' },
			},
		});
	},
};
