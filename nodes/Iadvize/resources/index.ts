import type { Resource } from '../../shared/operations/operation';
import { apiCall } from './apiCall';
import { chatbotMessage } from './chatbotMessage';
import { conversation } from './conversation';
import { graphQlQuery } from './graphQlQuery';
import { operator } from './operator';
import { professional } from './professional';
import { client, connector, project } from './account';
import * as rest from './rest';
import { routingRule } from './routingRule';
import { satisfaction } from './satisfaction';
import { statistic } from './statistic';
import { visitor } from './visitor';

/** Resources of the REST API, in the order of their names. */
export const restResources: readonly Resource[] = [
	apiCall,
	rest.callMeeting,
	rest.clientSetting,
	rest.conversationHistory,
	rest.group,
	operator,
	rest.skill,
	statistic,
	rest.surveyNote,
	rest.tag,
	rest.transaction,
	visitor,
	rest.website,
];

/** Resources of the GraphQL API, which iAdvize prefers. */
export const graphQlResources: readonly Resource[] = [
	chatbotMessage,
	client,
	connector,
	conversation,
	graphQlQuery,
	professional,
	project,
	routingRule,
	satisfaction,
];

export const resources: readonly Resource[] = [...restResources, ...graphQlResources].sort((a, b) =>
	a.option.name.localeCompare(b.option.name),
);
