import type { INodeProperties } from 'n8n-workflow';
import {
	eventsField,
	filtersField,
	fullAddressNotice,
	optionsField,
	outputField,
	repeatsOption,
	setUpNotice,
	words,
} from '../shared/webhook/triggerFields';
import { catalogue } from './events';

const setUp = setUpNotice(
	'Messangi has no API to register webhooks, so this is done by hand. <b>Chatbots:</b> in the campaign editor open <b>Interactions</b>, then the Welcome Message or an interaction and the entry concerned; set <b>Redirect Type</b> to <b>Webhook</b>, or switch the webhook <b>toggle</b> on; paste the Production URL and add header name and token of your credential under <b>Headers</b>. Repeat it for each entry. <b>MO and MT:</b> enter the full address, which <b>Authentication</b> below explains, where your account offers a callback URL, or send it to Messangi support.',
);

const filters = filtersField(
	'A filter concerns only events that have what it asks for: a label does not hold back a delivery status',
	[
		words('Campaign IDs', 'campaignIds', '13010', 'Let only these campaigns through'),
		words('Keywords', 'keywords', '1, yes', 'Let only options with these keywords through'),
		words('Labels', 'labels', 'Welcome Message', 'Let only these sections of a chatbot through'),
		words('Options', 'options', 'One month', 'Let only these options through'),
		words(
			'Phone Prefixes',
			'phonePrefixes',
			'+1, +44',
			'Let only phone numbers through that begin so',
		),
	],
);

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	default: 'header',
	options: [
		{
			name: 'Header',
			value: 'header',
			description: 'The header of the credential: for chatbots, which can send one',
		},
		{
			name: 'Query Token',
			value: 'query',
			description: 'The token in the address: for MO and MT, where no header is documented',
		},
		{
			name: 'Header or Query Token',
			value: 'headerOrQuery',
			description: 'For chatbots, MO and MT at one address',
		},
	],
	description: 'How a call proves that it comes from your Messangi account',
};

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const triggerFields: INodeProperties[] = [
	setUp,
	eventsField({
		catalogue,
		ticked: 'chatbot.response',
		allEvents: 'Whatever Messangi sends, also what you designed as a Custom Webhook',
	}),
	filters,
	authentication,
	fullAddressNotice('The full address, for MO and MT,', {
		show: { authentication: ['query', 'headerOrQuery'] },
	}),
	outputField('Messangi'),
	optionsField('Messangi', [repeatsOption('Messangi')]),
];
