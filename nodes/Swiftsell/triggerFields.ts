import type { INodeProperties } from 'n8n-workflow';
import { inOrder } from '../shared/operations/options';
import { optionsIn } from '../shared/webhook/catalogue';
import {
	COPY_ADDRESS,
	eventsField,
	filtersField,
	optionsField,
	outputField,
	repeatsOption,
	setUpNotice,
	words,
} from '../shared/webhook/triggerFields';
import { catalogue, messageTypes, senders } from './events';

const optionsOf = (names: Readonly<Record<string, string>>) =>
	inOrder(Object.entries(names).map(([value, name]) => ({ name, value })));

const setUp = setUpNotice(
	'An account has one webhook endpoint, so one workflow receives everything. Set it up by hand:',
	[
		'Publish this workflow first: Swiftsell tests the address when you save it.',
		COPY_ADDRESS,
		'In Swiftsell, go to <b>Integrations > Events</b>, switch the feature on, and paste the URL as the webhook endpoint.',
		'Enter the token of your credential, select the events that you select here, and save.',
	],
);

const filters = filtersField(
	'A filter applies only to events that have what it checks: a message type does not hold back a note',
	[
		words('Bot IDs', 'botIds', '8861', 'Only let events of these bots through'),
		words('Label Actions', 'labelActions', 'deleted', 'Only let these changes of labels through'),
		{
			displayName: 'Message By',
			name: 'messageBy',
			type: 'multiOptions',
			default: ['visitor'],
			options: optionsOf(senders),
			description: 'Only let messages from these through',
		},
		{
			displayName: 'Message Types',
			name: 'messageTypes',
			type: 'multiOptions',
			default: [],
			options: optionsOf(messageTypes),
			description: 'Only let messages of these types through',
		},
		words(
			'Other Message Types',
			'otherMessageTypes',
			'list.response',
			'Also let messages of these types through, by their name in the payload',
		),
		words('Statuses', 'statuses', 'Close', 'Only let these statuses through'),
		words(
			'Variable Names',
			'variableNames',
			'visitor_email, user.info.email',
			'Only let changes of these variables through',
		),
	],
);

const token: INodeProperties[] = [
	{
		displayName: 'Token Location',
		name: 'tokenLocation',
		type: 'options',
		default: 'anywhere',
		options: [
			{
				name: 'Automatic',
				value: 'anywhere',
				description:
					'Anywhere in the call: Swiftsell does not document where it puts the token. If calls are refused, the n8n log names what they contained.',
			},
			{ name: 'Body', value: 'body', description: 'The field "token" of the body only' },
			{ name: 'Header', value: 'header', description: 'One header only' },
			{ name: 'Query', value: 'query', description: 'The query parameter "token" only' },
		],
		description: 'Where to look for the token of a call',
	},
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		required: true,
		default: 'Authorization',
		placeholder: 'e.g. X-Token',
		displayOptions: { show: { tokenLocation: ['header'] } },
		description: 'Name of the header that holds the token',
	},
	{
		displayName: 'Handshake Reply',
		name: 'handshakeReply',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'Plain Text', value: 'text', description: 'The token and nothing else' },
			{ name: 'JSON', value: 'json', description: 'The token as {"token": "…"}' },
		],
		description:
			'How to send the token back in answer to the test call; if Swiftsell does not accept it, try the other one',
	},
];

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const triggerFields: INodeProperties[] = [
	setUp,
	eventsField({
		options: optionsIn(catalogue),
		ticked: 'message',
		allEvents: 'Every event that Swiftsell sends, including those that this node does not know yet',
	}),
	filters,
	...token,
	outputField('Swiftsell'),
	optionsField('Swiftsell', [repeatsOption('Swiftsell')]),
];
