import type {
	ChannelLive,
	Conversation,
	Operator,
	OperatorLive,
	Satisfaction,
	SurveyResponse,
	Transaction,
	Visitor,
} from './model';

/** ISO 8601 in UTC with whole seconds, as GraphQL writes it. */
export function isoTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** A readable UUID that is the same for the same `kind` (one hex digit) and number. */
export function numberedUuid(kind: string, n: number): string {
	return `0000000${kind}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

const longAgo = '2024-01-01T00:00:00Z';

/** A visitor row; whatever is not given is neutral. */
export function newVisitor(id: number, given: Partial<Visitor> = {}): Visitor {
	return {
		id,
		visitorId: numberedUuid('a', id),
		uniqueId: id.toString(16).padStart(45, '0'),
		externalId: '',
		source: 'ONSITE',
		lastName: 'Example',
		firstName: `Visitor ${String(id)}`,
		address: '',
		city: 'Example City',
		zip: '',
		country: 'FR',
		phone: '',
		email: `visitor-${String(id)}@example.com`,
		browser: 'Firefox',
		projectIds: [1],
		createdAt: longAgo,
		updatedAt: longAgo,
		...given,
	};
}

/** A closed chat of visitor 63429889 in project 1, unless something else is given. */
export function newConversation(legacyId: number, given: Partial<Conversation> = {}): Conversation {
	const createdAt = given.createdAt ?? longAgo;
	return {
		id: numberedUuid('c', legacyId),
		legacyId,
		channel: 'CHAT',
		projectId: 1,
		visitorId: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
		createdAt,
		closedAt: createdAt,
		language: 'en',
		pageType: 'product',
		waitingList: false,
		skillId: null,
		ruleId: null,
		tagIds: [],
		history: [],
		pushes: [{ operatorId: 1, createdAt }],
		customData: [],
		bot: null,
		automationLevel: 'NOT_AUTOMATED',
		closeReason: null,
		engagementCampaignId: null,
		genAiPredictedTopicIds: [],
		hasGenerativeAIAnswer: false,
		hasGenerativeAIUnansweredQuestion: false,
		...given,
	};
}

function channelLive(given: Partial<ChannelLive> = {}): ChannelLive {
	return {
		enabled: false,
		slotNumber: 0,
		slotMaxNumber: 1,
		busy: false,
		available: false,
		...given,
	};
}

/** Presence of an operator; offline with nothing enabled unless given. */
export function newLive(given: Partial<OperatorLive> = {}): OperatorLive {
	return {
		connected: false,
		chat: channelLive({ slotMaxNumber: 2 }),
		call: channelLive(),
		video: channelLive(),
		...given,
	};
}

/** An operator of project 1 that has never logged in, unless something else is given. */
export function newOperator(id: number, given: Partial<Operator> = {}): Operator {
	return {
		id,
		name: 'Example',
		firstName: `Operator ${String(id)}`,
		pseudo: `operator-${String(id)}`,
		email: `operator-${String(id)}@example.com`,
		externalId: '',
		roles: ['operator'],
		chatEnabled: true,
		callEnabled: false,
		videoEnabled: false,
		chatMaxNumber: 2,
		chatAndCall: false,
		chatToVideo: false,
		chatPriority: 0,
		callPriority: 0,
		videoPriority: 0,
		languageList: ['en'],
		languageAdmin: 'en',
		groupId: null,
		projectIds: [1],
		skillIds: [],
		ssoKey: `example-sso-key-${String(id)}`,
		callConfig: { type: 'ANSWER_FROM_DESK', askPhoneNumber: false, phoneNumber: '' },
		live: null,
		statistic: { conversationNumber: 0, satisfactionGlobalRate: 0, experience: 0 },
		profile: { status: '', description: '', facebook: '', twitter: '', city: '', country: '' },
		...given,
	};
}

/** A transaction in project 1 that belongs to no conversation, unless given. */
export function newTransaction(id: number, given: Partial<Transaction> = {}): Transaction {
	return {
		id,
		externalId: `transaction-${String(id)}`,
		visitorUniqueId: '593de0891b628a50b09835dc6c0e92565329c74baa90e',
		visitorEmail: 'visitor@example.com',
		amount: 300.2,
		createdAt: longAgo,
		projectId: 1,
		operatorId: null,
		conversationLegacyId: null,
		...given,
	};
}

/** An answer to the deprecated REST survey. */
export function newSatisfaction(id: number, given: Partial<Satisfaction> = {}): Satisfaction {
	return {
		id,
		noteWelcome: 100,
		noteResolution: 80,
		noteDelay: 60,
		comment: 'Example comment',
		createdAt: longAgo,
		projectId: 1,
		operatorId: 1,
		conversationLegacyId: 1,
		...given,
	};
}

/** A survey answer as GraphQL tells it, to the conversation with that UUID. */
export function newSurveyResponse(
	conversationId: string,
	given: Partial<SurveyResponse> = {},
): SurveyResponse {
	return {
		conversationId,
		answeredAt: longAgo,
		customerSatisfaction: 5,
		netPromoterScore: 10,
		satisfactionComment: 'Example comment',
		...given,
	};
}
