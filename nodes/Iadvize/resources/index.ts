import type { Resource } from '../../shared/operations/operation';
import { account } from './account';
import { apiCall } from './apiCall';
import { chatbotMessage } from './chatbotMessage';
import { conversation } from './conversation';
import { graphQlQuery } from './graphQlQuery';
import { operator } from './operator';
import { professional } from './professional';
import { client, connector, project } from './structure';
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

/** Resources that ask both, each with its own credential. */
export const bothResources: readonly Resource[] = [account];

export const resources: readonly Resource[] = [
	...bothResources,
	...restResources,
	...graphQlResources,
].sort((a, b) => a.option.name.localeCompare(b.option.name));
