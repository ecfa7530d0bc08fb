/**
 * Root queries (contract §6.2) and the small types. Only names that the contract has are here.
 * `Undocumented` stands for objects whose fields it doesn't name, so nothing in them can be asked.
 *
 * The type name of `interval` is not public. The name below is meant not to be guessed: a client
 * has to write the interval into the query text, as the vendor's examples do.
 */
export const queryTypes = `
scalar UUID
scalar LegacyId
scalar DateTime
scalar URL
scalar Locale
scalar Language

type Undocumented { _undocumented: Boolean }

input SimulatorOnlyInterval { from: DateTime! to: DateTime! }

type PageInfo {
	hasNextPage: Boolean!
	hasPreviousPage: Boolean!
	startCursor: String
	endCursor: String
}

type Query {
	projects(first: Int, after: String, last: Int, before: String): ProjectConnection!
	project(projectId: LegacyId!): Project
	clients(first: Int, after: String, last: Int, before: String): ClientConnection!
	client(clientId: LegacyId!): Client
	connector(id: UUID!): Connector
	conversation(id: UUID!): Conversation
	closedConversations(
		interval: SimulatorOnlyInterval!
		projectIds: [LegacyId!]
		answered: Boolean
		answeredByHuman: Boolean
		automationLevels: [AutomationLevel!]
		channels: [ConversationChannel!]
		closeReason: CloseReason
		conversationId: UUID
		conversationVisitorIds: [UUID!]
		customerSatisfaction: Int
		engagementCampaignIds: [UUID!]
		genAiPredictedTopicIds: [UUID!]
		groupIds: [LegacyId!]
		hasConversion: Boolean
		hasGenerativeAIAnswer: Boolean
		hasGenerativeAIUnansweredQuestion: Boolean
		first: Int
		after: String
		last: Int
		before: String
	): ConversationConnection!
	satisfactionSurveyResponses(
		projectIds: [LegacyId!]!
		interval: SimulatorOnlyInterval!
		first: Int
		after: String
		last: Int
		before: String
	): SatisfactionSurveyResponseConnection!
	routingRule(id: UUID!): RoutingRule
	routingRules(websiteIds: [LegacyId!]): [RoutingRule!]!
	visitorConversationCustomData(conversationId: UUID!): VisitorConversationCustomData
}

type Project { id: LegacyId! name: String! }
type ProjectEdge { node: Project! cursor: String! }
type ProjectConnection { edges: [ProjectEdge!]! pageInfo: PageInfo! }

type Client { id: LegacyId! name: String! }
type ClientEdge { node: Client! cursor: String! }
type ClientConnection { edges: [ClientEdge!]! pageInfo: PageInfo! }

type Connector { name: String! isPrivate: Boolean! createdAt: DateTime! }

type RoutingRule {
	id: UUID!
	name: String!
	availability(lang: Language): RoutingRuleAvailability
}
type RoutingRuleAvailability {
	chat: RoutingChannelAvailability
	call: RoutingChannelAvailability
	video: RoutingChannelAvailability
	thirdParties: RoutingChannelAvailability
}
type RoutingChannelAvailability { isAvailable: Boolean! }
`;
