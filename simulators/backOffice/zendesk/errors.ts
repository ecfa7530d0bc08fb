import { STATUS_CODES } from 'node:http';
import { Refusal } from '../farSide';

/**
 * Bodies of failures, as Zendesk documents them for 401, 404, 422 and 429.
 *
 * @see https://developer.zendesk.com/api-reference/introduction/responses/
 */
export function failureBody(status: number): object {
	if (status === 401) return { error: "Couldn't authenticate you" };
	if (status === 404) return { error: 'InvalidEndpoint', description: 'Not found' };
	if (status === 429) {
		return {
			error: 'APIRateLimitExceeded',
			description: 'Number of allowed API requests per minute exceeded',
		};
	}
	return { error: STATUS_CODES[status] ?? 'Error' };
}

export const unauthorized = () => new Refusal(401, failureBody(401));

export const notFound = () =>
	new Refusal(404, { error: 'RecordNotFound', description: 'Not found' });

/** A record that cannot be saved; `field` is `base` where it is the record as a whole. */
export const recordInvalid = (field: string, description: string, error?: string) =>
	new Refusal(422, {
		error: 'RecordInvalid',
		description: 'Record validation errors',
		details: { [field]: [{ description, ...(error !== undefined && { error }) }] },
	});

/** A body that is no JSON, or has a value of the wrong type. */
export function invalidAttribute(path: string, message: string): Refusal {
	if (path === '') return new Refusal(422, { error: 'Unprocessable Entity', message });
	const text = `You passed an invalid value for the ${path} attribute. Invalid parameter: ${message}`;
	return new Refusal(400, { error: { title: 'Invalid attribute', message: text } });
}
