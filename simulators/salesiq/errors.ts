/** Meanings as the contract's table has them (§5.2). */
const messages: Readonly<Record<number, string>> = {
	1001: 'Unknown server error',
	1002: 'Invalid authorization header',
	1004: 'Invalid request method',
	1005: 'Invalid portal or screen name',
	1006: 'Invalid URL',
	1007: 'Invalid data type',
	// Clients look for this word where the answer comes with HTTP 400 (contract §7.12).
	1008: 'Invalid OAuthToken',
	1009: 'Invalid OAuth scope',
	1010: 'Invalid request method',
	1011: 'Parameter invalid or absent',
	1014: 'Resource already exists',
	1015: 'Input stream invalid or absent',
	1016: 'Operator lacks permission',
	1017: 'Resource limit of the plan reached',
	1018: 'File is empty',
	1019: 'Invalid resource',
	1020: 'Invalid operator',
	1021: 'Not available in the current plan',
	1023: 'Too many requests, the IP address is locked for a while',
	1024: 'Invalid operator ids',
	1025: 'Invalid department ids',
	1026: 'Last available resource',
	1027: 'File is too large',
	1028: 'Invalid file type',
	1029: 'Invalid filter',
	1031: 'Insufficient data',
	1054: 'Invalid header value',
	2210: 'Unable to list visitors',
	2310: 'Unable to update the customer info',
	2311: 'Visitor not found',
};

/** What an error names beside its code: the key of a body, a parameter, a header. */
interface ErrorDetail {
	readonly json_key?: string;
	readonly param?: string;
	readonly header?: string;
	readonly message?: string;
}

/** The vendor's error envelope; also handy as the answer of a fault. */
export function errorBody(code: number, detail: ErrorDetail = {}) {
	return { error: { code, message: messages[code] ?? 'Unknown error', ...detail } };
}

/** The vendor's way of saying no, thrown by whatever serves a request. */
export class SalesIqError extends Error {
	constructor(
		readonly code: number,
		readonly detail: ErrorDetail = {},
	) {
		super(detail.message ?? messages[code]);
	}
}

export const badKey = (json_key: string, code = 1015) => new SalesIqError(code, { json_key });
export const badParam = (param: string) => new SalesIqError(1011, { param });
export const unknownResource = () => new SalesIqError(1019);
