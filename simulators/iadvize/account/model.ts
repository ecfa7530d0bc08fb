/**
 * What the simulated account consists of: plain data, told once, shown by REST and GraphQL in their
 * own words. Times are ISO 8601 in UTC with whole seconds (`2025-01-15T09:00:00Z`).
 */
export interface Account {
	clients: Client[];
	projects: Project[];
	operators: Operator[];
	bots: Bot[];
	groups: Group[];
	skills: Skill[];
	tags: Tag[];
	visitors: Visitor[];
	conversations: Conversation[];
	transactions: Transaction[];
	satisfactions: Satisfaction[];
	surveyResponses: SurveyResponse[];
	callMeetings: CallMeeting[];
	statistics: StatisticRow[];
	connectors: Connector[];
	routingRules: RoutingRule[];
}

export interface Client {
	id: number;
	name: string;
	lang: string;
	premiumEnabled: boolean;
}

/** REST calls it a website; the identifier is the same. */
export interface Project {
	id: number;
	clientId: number;
	name: string;
	url: string;
	currency: string;
	languageAdmin: string;
	timezone: string;
}

export type OperatorChannel = 'chat' | 'call' | 'video';

export interface ChannelLive {
	enabled: boolean;
	slotNumber: number;
	slotMaxNumber: number;
	busy: boolean;
	available: boolean;
}

export interface OperatorLive extends Record<OperatorChannel, ChannelLive> {
	connected: boolean;
}

export interface CallConfig {
	type: 'ANSWER_FROM_PHONE' | 'ANSWER_FROM_DESK';
	askPhoneNumber: boolean;
	phoneNumber: string;
}

export interface OperatorProfile {
	status: string;
	description: string;
	facebook: string;
	twitter: string;
	city: string;
	country: string;
}

export interface Operator {
	id: number;
	name: string;
	firstName: string | null;
	pseudo: string;
	email: string;
	externalId: string;
	roles: string[];
	chatEnabled: boolean;
	callEnabled: boolean;
	videoEnabled: boolean;
	chatMaxNumber: number;
	chatAndCall: boolean;
	chatToVideo: boolean;
	chatPriority: number;
	callPriority: number;
	videoPriority: number;
	languageList: string[];
	languageAdmin: string;
	groupId: number | null;
	projectIds: number[];
	skillIds: number[];
	ssoKey: string;
	callConfig: CallConfig;
	/** `null` until the operator has logged in for the first time. */
	live: OperatorLive | null;
	statistic: { conversationNumber: number; satisfactionGlobalRate: number; experience: number };
	profile: OperatorProfile;
}

/** An external bot of the account; its identifier lives in the operators' number range. */
export interface Bot {
	id: number;
	name: string;
}

export interface Group {
	id: number;
	name: string;
	createdAt: string;
	parentId: number | null;
}

export interface Skill {
	id: number;
	name: string;
	order: number;
	createdAt: string;
	parentId: number | null;
}

export interface Tag {
	id: number;
	name: string;
	projectIds: number[];
}

export interface Visitor {
	/** The legacy integer: REST `id`, GraphQL `legacyVisitorId`, `visitorExternalId` of the events. */
	id: number;
	/** UUID: GraphQL `visitorId`, `visitorId` of the conversation events. */
	visitorId: string;
	/** 45 characters: REST `unique_id`, `visitorId` of `visitor.updated`. */
	uniqueId: string;
	/** The customer's own identifier. */
	externalId: string;
	source: 'ONSITE' | 'MOBILE_APP';
	lastName: string;
	firstName: string;
	address: string;
	city: string;
	zip: string;
	country: string;
	phone: string;
	/** Empty when the visitor left none. */
	email: string;
	browser: string;
	projectIds: number[];
	createdAt: string;
	updatedAt: string;
}

/** Type, `YYYY-MM-DD HH:MM:SS`, text, and epoch milliseconds on types 1 and 2. */
export type HistoryEntry = [type: number, at: string, text: string, epochMs?: number];

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

export interface Transaction {
	id: number;
	externalId: string;
	visitorUniqueId: string;
	visitorEmail: string;
	amount: number;
	createdAt: string;
	projectId: number;
	operatorId: number | null;
	conversationLegacyId: number | null;
}

/** The deprecated REST survey, in percentages. */
export interface Satisfaction {
	id: number;
	noteWelcome: number;
	noteResolution: number;
	noteDelay: number;
	comment: string;
	createdAt: string;
	projectId: number;
	operatorId: number;
	conversationLegacyId: number;
}

/** The survey as GraphQL tells it. */
export interface SurveyResponse {
	conversationId: string;
	answeredAt: string;
	customerSatisfaction: number | null;
	netPromoterScore: number | null;
	satisfactionComment: string | null;
}

export interface CallMeeting {
	id: number;
	uniqueId: string;
	phoneNumber: string;
	status: 'pending' | 'progress' | 'done' | 'failed' | 'working';
	startAt: string;
	projectId: number;
	targetingRuleId: number;
	skillId: number;
}

/** Ready-made figures: the simulator looks them up and calculates nothing. */
export interface StatisticRow {
	projectId: number;
	channel: string;
	/** `null`: the figures of the whole project. */
	resource: string | null;
	resourceId: number | null;
	indicators: Record<string, number>;
}

export interface Connector {
	id: string;
	name: string;
	isPrivate: boolean;
	createdAt: string;
}

export type RoutingChannel = 'chat' | 'call' | 'video' | 'thirdParties';

export interface RoutingRule {
	id: string;
	name: string;
	projectId: number;
	available: Record<RoutingChannel, boolean>;
}
