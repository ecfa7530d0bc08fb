import type { IDataObject } from 'n8n-workflow';
import { isObject, textOf } from '../../shared/fields';
import { withoutEmpty } from '../../shared/operations/call';
import { refusal } from '../../shared/operations/errors';
import type { Caller } from '../../shared/operations/exchange';
import { wordsIn } from './errors';

const ACCEPTED = ['ACCEPTED', 'QUEUE'];

/** Output under the names of the other form. */
const MOVED = ['data', 'meta', 'messageId'];

const partOf = (value: unknown) => (isObject(value) ? (value as IDataObject) : {});

/** The envelope in plain fields: whose timestamp is in seconds or in milliseconds. */
export function metaOf(answer: IDataObject): IDataObject {
	const { timestamp, transactionId, explain } = partOf(answer.meta);
	const date = new Date(typeof timestamp === 'number' && timestamp > 0 ? msOf(timestamp) : NaN);
	return withoutEmpty({
		acceptedAt: Number.isNaN(date.getTime()) ? undefined : date.toISOString(),
		transactionId: textOf(transactionId) ?? undefined,
		explain: textOf(explain) ?? undefined,
	});
}

// Ten digits are seconds until the year 2286.
const msOf = (timestamp: number) => (timestamp < 1e11 ? timestamp * 1000 : timestamp);

/**
 * An accepted SMS, in one form: Messangi has two, one with an envelope and one without.
 *
 * @throws NodeApiError when it was refused, which also happens inside HTTP 200
 */
export function messageOf(context: Caller, answer: IDataObject): IDataObject {
	const data = partOf(answer.data);
	const id = textOf(data.id) ?? textOf(answer.messageId) ?? textOf(answer.id);
	const status = textOf(data.status) ?? textOf(answer.status);
	if (id !== null && ACCEPTED.includes(status?.toUpperCase() ?? '')) {
		const others = Object.entries(answer).filter(([name]) => !MOVED.includes(name));
		return { ...Object.fromEntries(others), ...data, id, status, ...metaOf(answer) };
	}
	throw refusal(context, {
		message: `Messangi did not accept the message: ${wordsIn(answer) ?? status ?? 'no reason given'}`,
		description:
			'Check the number of the recipient, which must not have a plus sign, and the sender, which must belong to your account',
	});
}

/** A subscriber's own record; Messangi nests it in two others. */
export function subscriberOf(answer: IDataObject): IDataObject {
	const outer = partOf(answer.data);
	const middle = partOf(outer.data);
	const inner = partOf(middle.data);
	const record = [inner, middle, outer].find((part) => Object.keys(part).length > 0) ?? {};
	return { ...record, listSubscriberId: outer.id ?? null, ...metaOf(answer) };
}

/** The rows of a list, wherever the answer has them: that is not documented. */
export function rowsIn(answer: IDataObject): IDataObject[] {
	const { data } = answer;
	const found = [data, answer.lists, partOf(data).lists, partOf(data).data].find(Array.isArray);
	return ((found ?? []) as unknown[]).filter(isObject) as IDataObject[];
}
