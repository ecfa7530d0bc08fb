import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { channels } from '../../events';
import { EnumName, legacyIds, projectIds, textList } from '../graphQlOperation';

const yesOrNo = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description: `Whether ${what}`,
});

const list = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description: 'Several are separated by commas',
});

const UUID_EXAMPLE = 'e.g. 4c8c7408-f73c-42cd-89e9-afbbee7d9024';

/** Filters of closed conversations. Their names are the vendor's. */
export const closedFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		yesOrNo('Answered', 'answered', 'the conversation was answered'),
		yesOrNo('Answered by Human', 'answeredByHuman', 'a human answered'),
		{
			displayName: 'Automation Levels',
			name: 'automationLevels',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Fully Automated', value: 'FULLY_AUTOMATED' },
				{ name: 'Not Automated', value: 'NOT_AUTOMATED' },
				{ name: 'Partially Automated', value: 'PARTIALLY_AUTOMATED' },
			],
		},
		{
			displayName: 'Channels',
			name: 'channels',
			type: 'multiOptions',
			default: [],
			options: Object.entries(channels).map(([value, name]) => ({ name, value })),
		},
		{
			displayName: 'Close Reason',
			name: 'closeReason',
			type: 'options',
			default: 'END_OF_BOT_SCENARIO',
			options: [
				{ name: 'Bot Transfer Failed', value: 'BOT_TRANSFER_FAILED' },
				{ name: 'End of Bot Scenario', value: 'END_OF_BOT_SCENARIO' },
				{ name: 'Visitor Dropped Off Scenario', value: 'VISITOR_DROPPED_OFF_SCENARIO' },
			],
		},
		{
			displayName: 'Conversation ID',
			name: 'conversationId',
			type: 'string',
			default: '',
			placeholder: UUID_EXAMPLE,
		},
		list('Conversation Visitor IDs', 'conversationVisitorIds', UUID_EXAMPLE),
		{
			displayName: 'Customer Satisfaction',
			name: 'customerSatisfaction',
			type: 'options',
			default: 1,
			options: [1, 2, 3, 4, 5].map((value) => ({ name: String(value), value })),
		},
		list('Engagement Campaign IDs', 'engagementCampaignIds', UUID_EXAMPLE),
		list('Group IDs', 'groupIds', 'e.g. 12, 34'),
		yesOrNo('Has Conversion', 'hasConversion', 'the visitor bought something'),
		yesOrNo('Has Generative AI Answer', 'hasGenerativeAIAnswer', 'generative AI answered'),
		yesOrNo(
			'Has Unanswered Generative AI Question',
			'hasGenerativeAIUnansweredQuestion',
			'generative AI left a question unanswered',
		),
		list('Predicted Topic IDs', 'genAiPredictedTopicIds', UUID_EXAMPLE),
		projectIds,
	],
};

const enumNames = (value: unknown) =>
	Array.isArray(value) ? value.map((name) => new EnumName(String(name))) : undefined;

/** The filters as values of GraphQL arguments. */
export function closedArguments(filters: IDataObject): Record<string, unknown> {
	const { closeReason } = filters;
	return {
		...filters,
		automationLevels: enumNames(filters.automationLevels),
		channels: enumNames(filters.channels),
		closeReason: typeof closeReason === 'string' ? new EnumName(closeReason) : undefined,
		conversationVisitorIds: textList(filters.conversationVisitorIds),
		engagementCampaignIds: textList(filters.engagementCampaignIds),
		genAiPredictedTopicIds: textList(filters.genAiPredictedTopicIds),
		groupIds: legacyIds(filters.groupIds),
		projectIds: legacyIds(filters.projectIds),
	};
}
