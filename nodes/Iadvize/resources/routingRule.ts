import type { IDataObject } from 'n8n-workflow';
import { listOf, partOf } from '../../shared/fields';
import { required } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { graphQl, own } from '../api/graphQlRequest';
import { legacyIds, projectIds } from './graphQlFields';
import * as output from './graphQlOutputs';
import { idField, uuidOf } from './ids';

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
		idField(
			'Routing Rule ID',
			'routingRuleId',
			'ef4670c3-d715-4a21-8226-ed17f354fc44',
			'UUID of the rule; Get Many lists them',
		),
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
			description: 'Channels to look at',
		},
	],
	output: output.availability,
	async run(call) {
		const id = uuidOf(call, 'routingRuleId');
		const asked = call.list('channels').filter((channel) => /^\w+$/.test(channel));
		const selection = (asked.length > 0 ? asked : ['chat'])
			.map((channel) => `${channel} { isAvailable }`)
			.join(' ');
		const { routingRule: found } = await graphQl(call, own(availabilityText(selection), { id }));
		return { id, ...partOf(partOf(found).availability) } as IDataObject;
	},
};

const getManyRules: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many routing rules',
		description: 'List the IDs of the routing rules of projects',
	},
	fields: [required(projectIds)],
	output: output.routingRule,
	async run(call) {
		const websiteIds = legacyIds(call.list('projectIds'));
		// In a list no availability may be asked for: iAdvize resolves only one per request.
		const { routingRules } = await graphQl(call, own(routingRulesText, { websiteIds }));
		return listOf(routingRules) as IDataObject[];
	},
};

export const routingRule: Resource = {
	option: { name: 'Routing Rule', value: 'routingRule' },
	operations: [getAvailability, getManyRules],
};
