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
