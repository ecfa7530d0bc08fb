/** Conversations, their messages, surveys and custom data (contract §6.2 to §6.5). */
export const conversationTypes = `
enum AutomationLevel { FULLY_AUTOMATED NOT_AUTOMATED PARTIALLY_AUTOMATED }
enum CloseReason { BOT_TRANSFER_FAILED END_OF_BOT_SCENARIO VISITOR_DROPPED_OFF_SCENARIO }
enum ConversationChannel {
	APPLE_BUSINESS_CHAT
	CALL
	CHAT
	FACEBOOK
	FACEBOOK_BUSINESS_ON_MESSENGER
	GOOGLE_BUSINESS_MESSAGES
	INSTAGRAM
	MOBILE_APP
	SMS
	TWITTER
	VIDEO
	WHATSAPP
}

type Conversation {
	id: UUID!
	legacyId: LegacyId
	createdAt: DateTime!
	closedAt: DateTime
	channel: String!
	duration: String
	language: Language
	project: Project
	visitor: Visitor
	users: [User!]
	messages(before: String, after: String, first: Int, last: Int): MessageConnection!
	satisfactionSurvey: Undocumented
	routingEvents: [Undocumented!]!
	conversions: Undocumented
	customData: Undocumented
	tags: [Undocumented!]!
	targetingRule: Undocumented
	distributionStatus: Undocumented
	closingFormValues: Undocumented
}
type ConversationEdge { node: Conversation! cursor: String! }
type ConversationConnection { edges: [ConversationEdge!]! pageInfo: PageInfo! }

union Message = SystemMessage
type SystemMessage { attachment: SystemMessageAttachment }
union SystemMessageAttachment = ConversationPushedSystemAttachment
type ConversationPushedSystemAttachment { toUser: User createdAt: DateTime! }
type MessageEdge { node: Message! cursor: String! }
type MessageConnection { edges: [MessageEdge!]! pageInfo: PageInfo! }

interface User { id: LegacyId! firstName: String lastName: String! }
type Professional implements User { id: LegacyId! firstName: String lastName: String! }
type Expert implements User { id: LegacyId! firstName: String lastName: String! }

type SatisfactionSurveyResponse {
	customerSatisfaction: Int
	netPromoterScore: Int
	satisfactionComment: String
	conversation: SurveyedConversation
}
type SurveyedConversation {
	id: UUID!
	createdAt: DateTime!
	closedAt: DateTime
	project: Project
	agents: [User!]
}
type SatisfactionSurveyResponseEdge { node: SatisfactionSurveyResponse! cursor: String! }
type SatisfactionSurveyResponseConnection {
	edges: [SatisfactionSurveyResponseEdge!]!
	pageInfo: PageInfo!
}

type VisitorConversationCustomData { customData: [VisitorConversationCustomDataEntry!]! }
union VisitorConversationCustomDataEntry =
	| VisitorConversationCustomDataEntryString
	| VisitorConversationCustomDataEntryInt
	| VisitorConversationCustomDataEntryFloat
	| VisitorConversationCustomDataEntryBoolean
type VisitorConversationCustomDataEntryString { label: String key: String! stringValue: String }
type VisitorConversationCustomDataEntryInt { label: String key: String! }
type VisitorConversationCustomDataEntryFloat { label: String key: String! }
type VisitorConversationCustomDataEntryBoolean { label: String key: String! }
`;
