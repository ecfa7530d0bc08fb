import type { Resource } from '../../shared/operations/operation';
import { account } from './account';
import { apiCall } from './apiCall';
import { callMeeting } from './callMeeting';
import { chatbotMessage } from './chatbotMessage';
import { client } from './client';
import { clientSetting } from './clientSetting';
import { connector } from './connector';
import { conversation } from './conversation';
import { conversationHistory } from './conversationHistory';
import { graphQl } from './graphQl';
import { group } from './group';
import { operator } from './operator';
import { professional } from './professional';
import { project } from './project';
import { routingRule } from './routingRule';
import { satisfaction } from './satisfaction';
import { skill } from './skill';
import { statistic } from './statistic';
import { surveyNote } from './surveyNote';
import { tag } from './tag';
import { transaction } from './transaction';
import { visitor } from './visitor';
import { website } from './website';

/** Resources of the REST API, in the order of their names. */
export const restResources: readonly Resource[] = [
	apiCall,
	callMeeting,
	clientSetting,
	conversationHistory,
	group,
	operator,
	skill,
	statistic,
	surveyNote,
	tag,
	transaction,
	visitor,
	website,
];

/** Resources of the GraphQL API, which iAdvize prefers. */
export const graphQlResources: readonly Resource[] = [
	chatbotMessage,
	client,
	connector,
	conversation,
	graphQl,
	professional,
	project,
	routingRule,
	satisfaction,
];

/** Resources that ask both, each with its own credential. */
export const bothResources: readonly Resource[] = [account];

export const resources: readonly Resource[] = [
	...[...bothResources, ...graphQlResources, ...restResources]
		.filter((resource) => resource !== apiCall)
		.sort((a, b) => a.option.name.localeCompare(b.option.name)),
	apiCall,
];
