import type { INodeProperties } from 'n8n-workflow';
import { optionsIn } from '../shared/webhook/catalogue';
import {
	COPY_ADDRESS,
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

const setUp = setUpNotice('Messangi has no API to register webhooks, so this is done by hand:', [
	COPY_ADDRESS,
	'<b>For chatbots</b>, open <b>Interactions</b> in the campaign editor, then the Welcome Message or an interaction, then the entry.',
	'Set <b>Redirect Type</b> to <b>Webhook</b>, or switch the webhook <b>toggle</b> on, and paste the URL.',
	'Under <b>Headers</b>, add the header name and the token of your credential. Repeat this for each entry.',
	'<b>For MO and MT</b>, enter the full address, which <b>Authentication</b> below explains, where your account offers a callback URL, or send it to Messangi support.',
	'Publish this workflow.',
]);

const filters = filtersField(
	'A filter applies only to events that have what it checks: a label does not hold back a delivery status',
	[
		words('Campaign IDs', 'campaignIds', '13010', 'Only let these campaigns through'),
		words('Keywords', 'keywords', '1, yes', 'Only let options with these keywords through'),
		words('Labels', 'labels', 'Welcome Message', 'Only let these sections of a chatbot through'),
		words('Options', 'options', 'One month', 'Only let these options through'),
		words(
			'Phone Prefixes',
			'phonePrefixes',
			'+1, +44',
			'Only let phone numbers through that begin with these',
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
		options: optionsIn(catalogue),
		ticked: 'chatbot.response',
		allEvents: 'Everything that Messangi sends, including what you designed as a Custom Webhook',
	}),
	filters,
	authentication,
	fullAddressNotice('The full address, for MO and MT,', {
		show: { authentication: ['query', 'headerOrQuery'] },
	}),
	outputField('Messangi'),
	optionsField('Messangi', [repeatsOption('Messangi')]),
];
