import type { INodeProperties } from 'n8n-workflow';
import { optionsIn } from '../shared/webhook/catalogue';
import {
	eventsField,
	filtersField,
	fullAddressNotice,
	optionsField,
	outputField,
	repeatsOption,
	setUpNotice,
} from '../shared/webhook/triggerFields';
import { catalogue } from './events';

const setUp = setUpNotice(
	'AmplifyReach has no API to register webhooks, so this is done by hand:',
	[
		'Put together the full address, as described below.',
		'In AmplifyReach, go to <b>Dashboard > Analytics > Settings > Conversation Configuration > Webhooks</b> and click <b>NEW WEBHOOK</b>.',
		'Enter a name and the full address, and choose the event. For both events create two webhooks with the same address.',
		'Publish this workflow.',
	],
);

const filters = filtersField('Filters apply only to Contact Information', [
	{
		displayName: 'Email Domains',
		name: 'emailDomains',
		type: 'string',
		default: '',
		placeholder: 'e.g. example.com, example.org',
		description: 'Only let email addresses of these domains through, separated by commas',
	},
	{
		displayName: 'Has Email',
		name: 'hasEmail',
		type: 'boolean',
		default: true,
		description: 'Whether to let through only contacts with an email address',
	},
	{
		displayName: 'Has Phone',
		name: 'hasPhone',
		type: 'boolean',
		default: true,
		description: 'Whether to let through only contacts with a phone number',
	},
]);

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const triggerFields: INodeProperties[] = [
	setUp,
	fullAddressNotice('The full address'),
	eventsField({
		options: optionsIn(catalogue),
		ticked: 'contact',
		allEvents: 'Everything that AmplifyReach sends, including what this node does not know yet',
	}),
	filters,
	outputField('AmplifyReach'),
	optionsField('AmplifyReach', [repeatsOption('AmplifyReach')]),
];
