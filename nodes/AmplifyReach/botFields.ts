import type { INodeProperties } from 'n8n-workflow';
import {
	fullAddressNotice,
	optionsField,
	outputField,
	setUpNotice,
} from '../shared/webhook/triggerFields';
import { DEFAULT_REPLY, PATHS, REPLY_NAMES } from './botReply';

const setUp = setUpNotice('The bot calls this workflow where you tell it to:', [
	'Choose the <b>Reply</b> below, open <b>Webhook URLs</b> above and copy the <b>Production URL</b> that fits it.',
	'In AmplifyReach, go to <b>Dashboard > Build Bot > Bot Studio > Triggers > Add New Trigger</b>: enter a name, the method <b>POST</b>, the response type <b>JSON</b> and the URL.',
	'Add the headers <b>Content-Type: application/json</b> and that of your credential, and a body such as <b>{"email": "{{email}}"}</b>.',
	'Map the fields of the reply under <b>Response Keys</b>.',
	'Choose <b>Use API Call(Trigger)</b> at the message where the bot should call, and publish this workflow.',
]);

const noticeFor = (reply: keyof typeof PATHS, text: string): INodeProperties => ({
	displayName: `Use the address above that ends in <b>/${PATHS[reply]}</b>. ${text}`,
	name: `${reply}Notice`,
	type: 'notice',
	default: '',
	displayOptions: { show: { reply: [reply] } },
});

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const botFields: INodeProperties[] = [
	setUp,
	{
		displayName: 'Reply',
		name: 'reply',
		type: 'options',
		default: 'immediately',
		options: [
			{
				name: REPLY_NAMES.immediately,
				value: 'immediately',
				description: 'A fixed reply, before the workflow runs',
			},
			{
				name: REPLY_NAMES.responseNode,
				value: 'responseNode',
				description: 'The reply that this node sends',
			},
			{
				name: REPLY_NAMES.lastNode,
				value: 'lastNode',
				description: 'The first item of the node that runs last',
			},
		],
		description: 'The reply that the bot can show in the chat',
	},
	noticeFor('immediately', 'The bot continues right away.'),
	noticeFor(
		'lastNode',
		'Answer within 5 seconds, with a flat object: whether the bot maps nested fields is not documented.',
	),
	noticeFor(
		'responseNode',
		"Answer within 5 seconds. n8n's Respond to Webhook node, from version 1.1 on, runs only after certain n8n nodes: put a Wait node of 0 seconds before it.",
	),
	{
		displayName: 'Reply Body',
		name: 'replyBody',
		type: 'json',
		default: JSON.stringify(DEFAULT_REPLY),
		required: true,
		displayOptions: { show: { reply: ['immediately'] } },
		description: 'A flat JSON object, whose fields the bot maps to chat variables',
	},
	fullAddressNotice(
		'If the bot cannot send a header, put the token in the address. The full address',
	),
	outputField('AmplifyReach'),
	optionsField('AmplifyReach'),
];
