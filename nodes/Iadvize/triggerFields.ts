import type { INodeProperties } from 'n8n-workflow';
import { optionsIn } from '../shared/webhook/catalogue';
import {
	COPY_ADDRESS,
	eventsField,
	filtersField,
	optionsField,
	outputField,
	repeatsOption,
	setUpNotice,
} from '../shared/webhook/triggerFields';
import { catalogue, channels } from './events';

const setUp = setUpNotice('iAdvize has no API to register webhooks, so this is done by hand:', [
	COPY_ADDRESS,
	'Open your app at developers.iadvize.com, choose <b>Add Webhooks</b> and paste the URL.',
	'Choose the content type <b>application/json</b>, and select the events that you select here.',
	'Enter the same URL as the health-check URL of the app.',
	'Install the app for your projects, and publish this workflow.',
]);

const filters = filtersField(
	'A filter applies only to events that have what it checks: a channel does not hold back User Created',
	[
		{
			displayName: 'Channels',
			name: 'channels',
			type: 'multiOptions',
			default: [],
			options: Object.entries(channels).map(([value, name]) => ({ name, value })),
			description: 'Only let these channels through',
		},
		{
			displayName: 'Operator IDs',
			name: 'operatorIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12, 34',
			description: 'Only let these operators through, separated by commas',
		},
		{
			displayName: 'Project IDs',
			name: 'projectIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1549, 1550',
			description: 'Only let these projects through, separated by commas',
		},
		{
			displayName: 'Satisfaction Kinds',
			name: 'satisfactionKinds',
			type: 'multiOptions',
			default: [],
			description: 'Only let answers to these questions of the survey through',
			options: [
				{ name: 'Comment', value: 'satisfactionComment' },
				{ name: 'Custom Question', value: 'customQuestion' },
				{ name: 'Customer Satisfaction (1 to 5)', value: 'customerSatisfaction' },
				{ name: 'Net Promoter Score (0 to 10)', value: 'netPromoterScore' },
			],
		},
		{
			displayName: 'Score at Least',
			name: 'scoreAtLeast',
			type: 'number',
			default: 0,
			description: 'Only let ratings of at least this score through',
		},
		{
			displayName: 'Score at Most',
			name: 'scoreAtMost',
			type: 'number',
			default: 2,
			description: 'Only let ratings of at most this score through',
		},
	],
);

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const triggerFields: INodeProperties[] = [
	setUp,
	eventsField({
		options: optionsIn(catalogue),
		ticked: 'v2.conversation.closed',
		allEvents: 'Every event that iAdvize sends, including those that this node does not know yet',
	}),
	filters,
	outputField('iAdvize'),
	optionsField('iAdvize', [repeatsOption('iAdvize')]),
];
