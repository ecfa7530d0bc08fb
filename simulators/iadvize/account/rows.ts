import type { Conversation, Satisfaction, SurveyResponse, Transaction, Visitor } from './model';

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
		firstName: `Visitor ${id}`,
		address: '',
		city: 'Example City',
		zip: '',
		country: 'FR',
		phone: '',
		email: `visitor-${id}@example.com`,
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

/** A transaction in project 1 that belongs to no conversation, unless given. */
export function newTransaction(id: number, given: Partial<Transaction> = {}): Transaction {
	return {
		id,
		externalId: `transaction-${id}`,
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
