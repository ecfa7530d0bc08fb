import { isObject, textOf } from '../../shared/fields';
import { detailsOf, type Refusal } from '../../shared/operations/errors';
import type { HttpAnswer } from '../../shared/operations/exchange';
import { outage } from '../../shared/operations/retry';

/** The `error` of an answer: SalesIQ also sends it inside HTTP 200. */
export function errorOf({ body }: HttpAnswer) {
	const error = isObject(body) ? body.error : undefined;
	if (!isObject(error)) return undefined;
	return {
		code: Number(error.code),
		message: textOf(error.message) ?? 'no reason given',
		// The field, parameter or header that is named: `app_ids[0]`.
		culprit: textOf(error.json_key) ?? textOf(error.param) ?? textOf(error.header) ?? undefined,
	};
}

/**
 * Whether a new token is worth a try: 1008, or what gateways in front of SalesIQ make of it. 1002
 * means the login or the portal, so it counts only when the token has expired: Zoho issues few.
 */
export function isExpired(answer: HttpAnswer, { isOverdue }: { isOverdue: boolean }): boolean {
	const { status, body } = answer;
	const code = errorOf(answer)?.code;
	if (code !== undefined) return code === 1008 || (code === 1002 && isOverdue);
	return status === 401 || (status === 400 && /invalid.?oauth.?token/i.test(JSON.stringify(body)));
}

export const isThrottled = (answer: HttpAnswer) =>
	answer.status === 429 || errorOf(answer)?.code === 1023;

export const isWrongMethod = (answer: HttpAnswer) =>
	[1004, 1010].includes(errorOf(answer)?.code ?? 0);

interface Advice {
	/** Instead of SalesIQ's own words, where those mislead. */
	message?: string;
	description: string;
	/** HTTP status that it amounts to. */
	status?: number;
}

const SCOPE = 'Add the scope in the credential and reconnect';

/** What to do about each code (zoho.com/salesiq/help, REST API v2, error codes). */
const advice: Readonly<Record<number, Advice>> = {
	1001: { description: 'Try again in a minute; if this persists, reconnect the credential' },
	1002: {
		message: 'SalesIQ does not accept the login, or does not know the portal',
		description:
			'Check the portal (its screen name is the part of the address after the host) and the data center in the credential: SalesIQ reports a wrong portal in the same words',
	},
	1005: {
		message: 'SalesIQ does not know the portal',
		description:
			'Choose the portal from the list; its screen name is the part of the address after the host',
		status: 404,
	},
	1007: { description: 'Correct the value of the field that is named' },
	1008: {
		message: 'SalesIQ does not accept the access token, not even a new one',
		description: 'Reconnect the credential, and check its data center: a token works only there',
		status: 401,
	},
	1009: { message: 'The credential lacks a scope for this', description: SCOPE, status: 403 },
	1011: { description: 'Correct or add the parameter that is named' },
	1014: { description: 'It already exists', status: 409 },
	1015: { description: 'Correct or add the field that is named' },
	1016: {
		description: 'Connect the credential as an administrator of the portal: the role decides',
		status: 403,
	},
	1017: {
		description:
			'The plan allows no more of them. Of webhooks for operators, departments and brands a portal has 3 in all: remove one under Settings > Developers > Webhooks',
	},
	1018: { description: 'The file is empty: choose another one' },
	1019: { description: 'Check the ID: nothing with this ID exists', status: 404 },
	1020: { description: 'Check the ID of the operator' },
	1021: { description: 'The plan of the portal lacks this feature; webhooks need Enterprise' },
	1023: {
		message: 'SalesIQ accepts no more calls for now',
		description:
			'Wait a few minutes and run it again, with fewer items or a Wait node between them',
		status: 429,
	},
	1024: { description: 'Check the IDs of the operators' },
	1025: { description: 'Check the IDs of the departments' },
	1026: { description: 'The last one cannot be removed' },
	1027: { description: 'The file is too large: SalesIQ takes up to 50 MB' },
	1028: { description: 'SalesIQ does not take files of this type' },
	1029: { description: 'Correct the filter' },
	1031: { description: 'Add what is missing' },
};

/** A refusal in words: what happened, and how to fix it. */
export function refusalOf(answer: HttpAnswer): Refusal {
	const error = errorOf(answer);
	const { status } = answer;
	if (!error && (status === 429 || status >= 500)) return outage('SalesIQ', status);
	const known = error && advice[error.code];
	const culprit = error?.culprit;
	const place = culprit === undefined ? '' : ` (${culprit})`;
	const said = error
		? `SalesIQ says: ${error.message}${place}, code ${error.code}`
		: `The answer is not from the SalesIQ API (HTTP ${status})`;
	const vendorCode = Number.isInteger(error?.code) ? error?.code : undefined;
	const code = vendorCode === undefined ? 'not an answer from the API' : `code ${vendorCode}`;
	return {
		message: known?.message ?? said,
		description: `${known?.description ?? 'Check the values of this operation'}${known?.message ? `. ${said}` : ''}`,
		status: known?.status ?? (status >= 400 ? status : undefined),
		vendorCode,
		culprit,
		answered: `HTTP ${status}, ${code}`,
	};
}

/** What to do about an error of ours, without SalesIQ's own words: they may repeat what was asked. */
export function adviceOn(error: unknown): { means: string; todo: string } | undefined {
	const known = advice[Number(detailsOf(error).vendorCode)];
	return known && { means: known.message ?? 'SalesIQ refuses it', todo: known.description };
}
