import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { textsIn } from '../../../shared/operations/call';
import { filters, flagOn, oneOf, optionsOf, someOf, text } from '../../../shared/operations/fields';
import { EnumName } from '../../api/graphQlText';
import { channels } from '../../events';
import { legacyIds, projectIds } from '../graphQlFields';

const list = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	...text(displayName, name, placeholder),
	description: 'Separate several with commas',
});

const UUID_EXAMPLE = '4c8c7408-f73c-42cd-89e9-afbbee7d9024';

/** Filters of closed conversations. Their names are the vendor's. */
export const closedFilters = filters([
	flagOn('Answered', 'answered', 'the conversation was answered'),
	flagOn('Answered by Human', 'answeredByHuman', 'a human answered'),
	someOf(
		'Automation Levels',
		'automationLevels',
		optionsOf([
			['Fully Automated', 'FULLY_AUTOMATED'],
			['Not Automated', 'NOT_AUTOMATED'],
			['Partially Automated', 'PARTIALLY_AUTOMATED'],
		]),
	),
	someOf(
		'Channels',
		'channels',
		Object.entries(channels).map(([value, name]) => ({ name, value })),
	),
	oneOf(
		'Close Reason',
		'closeReason',
		[
			['Bot Transfer Failed', 'BOT_TRANSFER_FAILED'],
			['End of Bot Scenario', 'END_OF_BOT_SCENARIO'],
			['Visitor Dropped Off Scenario', 'VISITOR_DROPPED_OFF_SCENARIO'],
		],
		'END_OF_BOT_SCENARIO',
	),
	text('Conversation ID', 'conversationId', UUID_EXAMPLE),
	list('Conversation Visitor IDs', 'conversationVisitorIds', UUID_EXAMPLE),
	oneOf(
		'Customer Satisfaction',
		'customerSatisfaction',
		[1, 2, 3, 4, 5].map((mark) => [String(mark), mark] as const),
	),
	list('Engagement Campaign IDs', 'engagementCampaignIds', UUID_EXAMPLE),
	list('Group IDs', 'groupIds', '12, 34'),
	flagOn('Has Conversion', 'hasConversion', 'the visitor bought something'),
	flagOn('Has Generative AI Answer', 'hasGenerativeAIAnswer', 'generative AI answered'),
	flagOn(
		'Has Unanswered Generative AI Question',
		'hasGenerativeAIUnansweredQuestion',
		'generative AI left a question unanswered',
	),
	list('Predicted Topic IDs', 'genAiPredictedTopicIds', UUID_EXAMPLE),
	projectIds,
]);

const enumNames = (value: unknown) =>
	Array.isArray(value) ? value.map((name) => new EnumName(String(name))) : undefined;

/** The filters as values of GraphQL arguments. */
export function closedArguments(given: IDataObject): Record<string, unknown> {
	const { closeReason } = given;
	return {
		...given,
		automationLevels: enumNames(given.automationLevels),
		channels: enumNames(given.channels),
		closeReason: typeof closeReason === 'string' ? new EnumName(closeReason) : undefined,
		conversationVisitorIds: textsIn(given.conversationVisitorIds),
		engagementCampaignIds: textsIn(given.engagementCampaignIds),
		genAiPredictedTopicIds: textsIn(given.genAiPredictedTopicIds),
		groupIds: legacyIds(given.groupIds),
		projectIds: legacyIds(given.projectIds),
	};
}
