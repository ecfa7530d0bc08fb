import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { Refusal } from '../farSide';

/**
 * The body of a failure. `category` is of the third API; the first has it in some answers only.
 *
 * @see https://developers.hubspot.com/docs/api/error-handling
 */
export const errorBody = (message: string, more: object = {}) => ({
	status: 'error',
	message,
	correlationId: randomUUID(),
	...more,
});

export function failureBody(status: number): object {
	if (status === 401) return unauthorized().body;
	if (status === 429) {
		const limit = { errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' };
		return errorBody('You have reached your ten_secondly_rolling limit.', limit);
	}
	return errorBody(STATUS_CODES[status] ?? 'Error');
}

export const unauthorized = () =>
	new Refusal(
		401,
		errorBody(
			'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
			{ category: 'INVALID_AUTHENTICATION' },
		),
	);

export const notFound = (message: string) => new Refusal(404, errorBody(message));

/** A body that is no JSON or lacks what is needed; how the first API words it is not documented. */
export const invalidInput = (path: string, message: string) =>
	new Refusal(
		400,
		errorBody(`Invalid input JSON: ${path === '' ? 'body' : path}: ${message}`, {
			category: 'VALIDATION_ERROR',
		}),
	);

type ValueFault = 'INVALID_EMAIL' | 'PROPERTY_DOESNT_EXIST' | 'INVALID_OPTION';

/** Values that a contact cannot have: the form that n8n's node reads the message out of. */
export const invalidValue = (error: ValueFault, name: string, message: string) =>
	new Refusal(
		400,
		errorBody('Property values were not valid', {
			validationResults: [{ isValid: false, message, error, name }],
		}),
	);
