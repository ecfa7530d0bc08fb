import { SECOND_MS } from '../shared/clock';

/**
 * Where the vendor's documentation is silent, a test can choose. Change them at any time; `reset`
 * brings the ones given at the start back.
 */
export interface Settings {
	/** Where the token of the Events integration arrives. */
	tokenPlace: TokenPlace;
	/** Name of the header where the place is a header of its own. */
	tokenHeader: string;
	/** What the set-up test posts. `token` holds the token in any case. */
	testBody: 'empty' | 'token' | 'emptyBatch' | 'noJson';
	/** The form in which the set-up test wants the token back. */
	expectedReply: 'text' | 'json' | 'either';
	/** HTTP status of a failure: as the error says, or 200 whatever happened. */
	failureStatus: 'documented' | 200;
	/** What the campaign's address answers. */
	campaignAnswer: UndocumentedAnswer;
	/** What other operations answer whose answer is not documented. */
	undocumentedAnswer: UndocumentedAnswer;
	/** Which of its names finds a conversation in a path. */
	conversationReference: 'key' | 'externalKey' | 'id' | 'any';
	/** Name of a bot's key in the list of bots; not documented. */
	botKeyField: string;
	/** Key that close and assign must have beside the known ones, such as `type`; none by default. */
	eventTypeKey: string;
	/** How long a source is in training, in milliseconds of the simulator's clock. */
	trainingMs: number;
	/** How many knowledge bases the plan allows. */
	maxKnowledgeBases: number;
	/** Features that the plan lacks. */
	missingFeatures: readonly Feature[];
}

export type TokenPlace = 'header' | 'bearer' | 'query' | 'body';

export type UndocumentedAnswer = 'ok' | 'empty' | 'text';

export type Feature = 'knowledge-base' | 'conversations' | 'campaigns';

export const defaultSettings: Settings = {
	tokenPlace: 'header',
	tokenHeader: 'token',
	testBody: 'empty',
	expectedReply: 'text',
	failureStatus: 'documented',
	campaignAnswer: 'ok',
	undocumentedAnswer: 'ok',
	conversationReference: 'key',
	botKeyField: 'bot_key',
	eventTypeKey: '',
	trainingMs: 10 * SECOND_MS,
	maxKnowledgeBases: 5,
	missingFeatures: [],
};

/** What a customer of the vendor holds. */
export interface Access {
	/** Token of the account, for the API: Settings > Account Settings. */
	accountToken: string;
	/** Token that the customer made up for the Events integration; another one. */
	webhookToken: string;
}

export const defaultAccess: Access = {
	accountToken: 'example-account-token',
	webhookToken: 'ExampleWebhookToken0123456789abcdef',
};
