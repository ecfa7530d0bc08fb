import type { World } from '../world';
import type { ChatbotMessageSendInput } from './chatbot';
import { chatbotMessageSend } from './chatbot';
import type { ClosedConversationsArguments } from './closedConversations';
import { closedConversations } from './closedConversations';
import type { ConnectionArguments } from './connection';
import { connect } from './connection';
import { visitorConversationCustomData } from './customData';
import { conversationNode, projectNode } from './nodes';
import type { ProfessionalCreateInput, ProfessionalUpdateInput } from './professional';
import { professionalCreate, professionalUpdate } from './professional';
import { routingRule, routingRules } from './routing';
import type { SurveyArguments } from './surveys';
import { satisfactionSurveyResponses } from './surveys';

/** Every root query and mutation of the schema; graphql-js calls them by name. */
export function createRoot(world: World) {
	const { account } = world;
	return {
		projects: (paging: ConnectionArguments) => connect(account.projects, paging, (row) => row),
		project: ({ projectId }: { projectId: number }) => projectNode(account, projectId),
		clients: (paging: ConnectionArguments) => connect(account.clients, paging, (row) => row),
		client: ({ clientId }: { clientId: number }) =>
			account.clients.find(({ id }) => id === clientId) ?? null,
		connector: ({ id }: { id: string }) =>
			account.connectors.find((connector) => connector.id === id.toLowerCase()) ?? null,
		conversation: ({ id }: { id: string }) => {
			const row = account.conversations.find((candidate) => candidate.id === id.toLowerCase());
			return row ? conversationNode(account, row, 'conversation') : null;
		},
		closedConversations: (wanted: ClosedConversationsArguments) =>
			closedConversations(account, wanted),
		satisfactionSurveyResponses: (wanted: SurveyArguments) =>
			satisfactionSurveyResponses(account, wanted),
		routingRule: ({ id }: { id: string }) => routingRule(account, id),
		routingRules: ({ websiteIds }: { websiteIds?: number[] | null }) =>
			routingRules(account, websiteIds),
		visitorConversationCustomData: ({ conversationId }: { conversationId: string }) =>
			visitorConversationCustomData(account, conversationId),
		chatbotMessageSend: ({ input }: { input: ChatbotMessageSendInput }) =>
			chatbotMessageSend(world, input),
		professionalCreate: ({ input }: { input: ProfessionalCreateInput }) =>
			professionalCreate(account, input),
		professionalUpdate: ({ input }: { input: ProfessionalUpdateInput }) =>
			professionalUpdate(account, input),
	};
}
