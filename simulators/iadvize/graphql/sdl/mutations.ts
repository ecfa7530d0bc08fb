/**
 * Mutations (contract §6.2, §6.5). Of `userErrors` only `__typename` is documented; the names of the
 * error types are the simulator's own.
 */
export const mutationTypes = `
type Mutation {
	professionalCreate(input: ProfessionalCreateInput!): ProfessionalCreatePayload
	professionalUpdate(input: ProfessionalUpdateInput!): ProfessionalUpdatePayload
}

type InvalidValueError { _undocumented: Boolean }
type NotFoundError { _undocumented: Boolean }
type NotAllowedError { _undocumented: Boolean }
union UserError = InvalidValueError | NotFoundError | NotAllowedError

type ProfessionalCreatePayload { userErrors: [UserError!] }
type ProfessionalUpdatePayload { userErrors: [UserError!] }

input ProfessionalCreateInput {
	email: String!
	lastName: String!
	pseudo: String!
	roleName: String!
	interfaceLanguage: Locale!
	spokenLanguages: [Language!]!
	projectIds: [LegacyId!]! = []
	skillIds: [LegacyId!]! = []
	firstName: String
	externalId: String
	groupId: LegacyId
	samlUserId: String
	password: String
}

input ProfessionalUpdateInput {
	userId: LegacyId!
	email: String
	password: String
	lastName: String
	pseudo: String
	roleName: String
	interfaceLanguage: Locale
	clickToCallPhoneNumber: String
	firstName: String
	spokenLanguages: [Language!]
}
`;

/** Exists only for callers that send the preview's Accept header. */
export const previewMutations = `
extend type Mutation {
	chatbotMessageSend(input: ChatbotMessageSendInput!): ChatbotMessageSendPayload
}

type ChatbotMessageSendPayload { userErrors: [UserError!] }

input ChatbotMessageSendInput {
	conversationId: UUID!
	chatbotId: Int!
	actionOrMessage: ChatbotActionOrMessageInput!
}
input ChatbotActionOrMessageInput {
	chatbotMessage: ChatbotMessageInput
	chatbotAction: ChatbotActionInput
}
input ChatbotMessageInput {
	chatbotSimpleTextMessage: String
	chatbotMessageAttachmentInput: ChatbotMessageAttachmentInput
}
input ChatbotMessageAttachmentInput { quickReplyMenu: ChatbotQuickReplyMenuInput }
input ChatbotQuickReplyMenuInput { choices: [String!]! message: String! }
input ChatbotActionInput {
	transferMessage: ChatbotTransferMessageInput
	closeMessage: ChatbotCloseMessageInput
}
input ChatbotTransferMessageInput {
	routingRuleId: UUID!
	transferOptions: ChatbotTransferOptionsInput
}
input ChatbotTransferOptionsInput { timeout: Int }
input ChatbotCloseMessageInput { _unusedField: Boolean }
`;
