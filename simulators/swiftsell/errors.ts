/** Codes as the contract has them (§5.3), with their usual HTTP status and a text. */
const known = {
	UNAUTHORIZED_FEATURE: [401, 'The feature is not in your plan'],
	MAX_KNOWLEDGE_BASE_COUNT_EXCEEDED: [400, 'The plan allows no more knowledge bases'],
	KNOWLEDGE_BASE_NOT_FOUND: [404, 'Knowledge base not found'],
	JWT_SIGNATURE_EXCEPTION: [401, 'The token is not valid'],
	ACCOUNT_DETAILS_NOT_FOUND: [404, 'Account not found'],
	BAD_REQUEST: [400, 'The request is not valid'],
	// Documented is only how codes of this kind begin.
	CONVERSATION_CREATION_FAILED: [400, 'The conversation could not be started'],
	// That a conversation can be missing is documented, the code is not.
	CONVERSATION_NOT_FOUND: [404, 'Conversation not found'],
} as const;

type ErrorCode = keyof typeof known;

/** The vendor's way of saying no, thrown by whatever serves a request. */
export class SwiftsellError extends Error {
	readonly status: number;

	constructor(
		readonly code: ErrorCode,
		message: string = known[code][1],
		status: number = known[code][0],
	) {
		super(message);
		this.status = status;
	}
}

export const badRequest = (message?: string) => new SwiftsellError('BAD_REQUEST', message);

/** The body of a failure; also handy as the answer of a fault. */
export function errorBody({ code, message, status }: SwiftsellError) {
	// A wrong token is told without `code`.
	if (code === 'JWT_SIGNATURE_EXCEPTION') return { ok: false, error: code, message, status };
	return { ok: false, error: code, code, message, status };
}
