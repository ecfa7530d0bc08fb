/** Type, `YYYY-MM-DD HH:MM:SS`, text, and epoch milliseconds on types 1 and 2. */
type HistoryEntry = [type: number, at: string, text: string, epochMs?: number];

export type CustomDataValue = string | number | boolean;

export interface Conversation {
	/** UUID: GraphQL `id`, REST `xmpp_id`, `conversationId` of the v2 events. */
	id: string;
	/** Integer: REST `id`, GraphQL `legacyId`. */
	legacyId: number;
	/** As in GraphQL and in the v2 events: `CHAT`, `WHATSAPP`, … */
	channel: string;
	projectId: number;
	/** UUID of the visitor. */
	visitorId: string;
	createdAt: string;
	closedAt: string | null;
	language: string;
	pageType: string;
	waitingList: boolean;
	skillId: number | null;
	ruleId: number | null;
	tagIds: number[];
	history: HistoryEntry[];
	/** Each hand-over to an operator, the first one included. */
	pushes: { operatorId: number; createdAt: string }[];
	customData: { key: string; label: string; value: CustomDataValue }[];
	/** Set when an external bot leads the conversation. */
	bot: ConversationBot | null;
	automationLevel: 'FULLY_AUTOMATED' | 'NOT_AUTOMATED' | 'PARTIALLY_AUTOMATED';
	closeReason: string | null;
	engagementCampaignId: string | null;
	genAiPredictedTopicIds: string[];
	hasGenerativeAIAnswer: boolean;
	hasGenerativeAIUnansweredQuestion: boolean;
}

export interface ConversationBot {
	id: number;
	/** Time of the last message; `null` keeps the five idle minutes from running. */
	lastMessageAt: string | null;
}

/** The survey as GraphQL tells it. */
export interface SurveyResponse {
	conversationId: string;
	answeredAt: string;
	customerSatisfaction: number | null;
	netPromoterScore: number | null;
	satisfactionComment: string | null;
}
