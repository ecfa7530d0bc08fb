import { isObject } from '../fields';
import { NestsTooDeeply, readJson } from '../json';
import type { Delivery, Reading } from './source';

/**
 * The JSON objects of a body: one, or a list of them, whichever the vendor documents. An element
 * that is not an object is skipped and reported, so that one odd element costs none of the others;
 * if no element is an object, the body is unreadable. An empty list is not such a body: nothing in
 * it is odd, so it is a delivery of no events.
 *
 * @param ofForm reads a form-encoded body, for vendors that have sent one
 */
export function readObjects(
	delivery: Delivery,
	ofForm: (body: Buffer) => Reading = () => NO_JSON,
): Reading {
	const { body } = delivery;
	if (body.length === 0) return { unreadable: 'The body is empty' };
	try {
		return readingOf(readJson(body));
	} catch (error) {
		if (error instanceof NestsTooDeeply) return { unreadable: error.message };
	}
	// Last, as JSON under the wrong content type is still JSON.
	return isForm(delivery) ? ofForm(body) : NO_JSON;
}

/** Whether a body calls itself form-encoded. */
export const isForm = ({ headers }: Pick<Delivery, 'headers'>): boolean =>
	(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

const NO_JSON: Reading = { unreadable: 'The body is not valid JSON' };

function readingOf(value: unknown): Reading {
	const elements: unknown[] = Array.isArray(value) ? value : [value];
	const payloads = elements.map((element) => (isObject(element) ? element : undefined));
	const count = payloads.filter((payload) => payload === undefined).length;
	if (count === 0) return { payloads };
	if (count === elements.length) return { unreadable: 'An event must be a JSON object' };
	return { payloads, odd: `${count} of ${elements.length} elements are not JSON objects` };
}
