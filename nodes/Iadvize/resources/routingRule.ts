import type { IDataObject } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { graphQl } from '../api/graphQl';
import { legacyIds, projectIds } from './graphQlOperation';
import { uuidParameter } from './ids';
import * as output from './outputs';

export const availabilityText = (selection: string) =>
	`query RoutingRule($id: UUID!) { routingRule(id: $id) { availability { ${selection} } } }`;

export const routingRulesText =
	'query GetRoutingRules($websiteIds: [LegacyId!]) { routingRules(websiteIds: $websiteIds) { id } }';

const getAvailability: Operation = {
	option: {
		name: 'Get Availability',
		value: 'getAvailability',
		action: 'Get availability of routing rule',
		description: 'Whether someone is there to take a conversation, per channel',
	},
	fields: [
		{
			displayName: 'Routing Rule ID',
			name: 'routingRuleId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ef4670c3-d715-4a21-8226-ed17f354fc44',
		},
		{
			displayName: 'Channels',
			name: 'channels',
			type: 'multiOptions',
			default: ['chat'],
			options: [
				{ name: 'Call', value: 'call' },
				{ name: 'Chat', value: 'chat' },
				{ name: 'Third Parties', value: 'thirdParties' },
				{ name: 'Video', value: 'video' },
			],
		},
	],
	output: output.availability,
	async run({ context, item }) {
		const id = uuidParameter(context, 'routingRuleId', item);
		const channels = context.getNodeParameter('channels', item) as string[];
		const asked = channels.filter((channel) => /^\w+$/.test(channel));
		const selection = (asked.length > 0 ? asked : ['chat'])
			.map((channel) => `${channel} { isAvailable }`)
			.join(' ');
		const query = availabilityText(selection);
		const request = { query, variables: { id }, repeatable: true, isOwn: true };
		const data = await graphQl(context, request);
		const { availability } = (data.routingRule ?? {}) as IDataObject;
		return { id, ...(availability as IDataObject | undefined) };
	},
};

const getManyRules: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many routing rules',
		description: 'List the IDs of the routing rules of projects',
	},
	fields: [{ ...projectIds, required: true }],
	output: output.routingRule,
	async run({ context, item }) {
		const websiteIds = legacyIds(context.getNodeParameter('projectIds', item));
		// In a list no availability may be asked for: iAdvize resolves only one per request.
		const request = {
			query: routingRulesText,
			variables: { websiteIds },
			repeatable: true,
			isOwn: true,
		};
		const data = await graphQl(context, request);
		return (data.routingRules ?? []) as IDataObject[];
	},
};

export const routingRule: Resource = {
	option: { name: 'Routing Rule', value: 'routingRule' },
	operations: [getAvailability, getManyRules],
};
