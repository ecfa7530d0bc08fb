import type { TimedRow } from '../account/model';
import { badParam, SalesIqError } from '../errors';
import { numberIn } from './paging';
import type { Answer, Call, Route } from './route';

const MAX_LIMIT = 200;
const VIEW_PAGE = 100;

/** Visitors and what they did, below `/api/v3/{screenname}` (contract §5.6). */
export const visitorV3Routes: readonly Route[] = [
	{
		method: 'GET',
		path: '/visitors',
		scope: 'visitors.READ',
		answer: (call, { account, settings }) => {
			if (!settings.visitorApi) {
				throw new SalesIqError(1021, { message: 'Visitor Feature not enabled in this plan' });
			}
			return byKey(account.visitors, call);
		},
	},
	{
		method: 'GET',
		path: '/visitorevents',
		scope: 'visitors.READ',
		answer: (call, { account }) => byKey(account.visitorEvents, call),
	},
];

/** Visitors of a view, and customer info, below `/api/v1/{screenname}` (contract §5.6). */
export const visitorV1Routes: readonly Route[] = [
	{
		method: 'GET',
		path: '/visitorsview/:viewId/visitors',
		scope: 'visitors.READ',
		answer: (call, { account }) => {
			const { viewId } = call.params;
			if (viewId !== '-1' && viewId !== '-2') throw new SalesIqError(2210);
			const rows = account.visitors.filter(({ isReturning }) => viewId === '-1' || isReturning);
			// What `startkey` counts is not documented: here it is rows.
			const start = numberIn(call, 'startkey', { otherwise: 0 });
			const end = start + VIEW_PAGE;
			const data = rows.slice(start, end).map(({ fields }) => fields);
			return {
				object: 'list',
				data,
				...(end < rows.length && { more: { startkey: String(end) } }),
			};
		},
	},
	// The vendor prints "UPDATE" for a method (contract §5.6): both that could be meant are served.
	customerInfo('PUT'),
	customerInfo('POST'),
];

/**
 * Pages by a key: milliseconds first, then the value that the answer gave. `next_key` goes to later
 * rows, `prev_key` to earlier ones. Where the answer holds the value is not documented.
 */
function byKey(rows: readonly TimedRow[], call: Call): Answer {
	const limit = numberIn(call, 'limit', { otherwise: MAX_LIMIT, min: 1, max: MAX_LIMIT });
	const { next_key: next, prev_key: prev } = call.query;
	if (next !== undefined && prev !== undefined) throw badParam('next_key');
	const isForward = next !== undefined;
	const key = numberIn(call, isForward ? 'next_key' : 'prev_key', {
		otherwise: Number.MAX_SAFE_INTEGER,
	});
	const found = rows
		.filter(({ time }) => (isForward ? time > key : time < key))
		.sort((a, b) => (isForward ? a.time - b.time : b.time - a.time));
	const page = found.slice(0, limit);
	const last = page.at(-1);
	const hasMore = last !== undefined && found.length > limit;
	return {
		object: 'list',
		data: page.map(({ fields }) => fields),
		...(hasMore && { more: { [isForward ? 'next_key' : 'prev_key']: String(last.time) } }),
	};
}

function customerInfo(method: 'PUT' | 'POST'): Route {
	return {
		method,
		path: '/visitorsbyemail/:email',
		scope: 'visitors.UPDATE',
		answer: ({ params, query }, { account }) => {
			const visitor = account.visitors.find(({ email }) => email === params.email);
			if (!visitor) throw new SalesIqError(2311);
			Object.assign(visitor.customerInfo, parseInfo(query.customerinfo));
			return { undocumented: 'visitor' };
		},
	};
}

function parseInfo(text = ''): object {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null) return value;
	} catch {
		// Falls through to the vendor's refusal.
	}
	throw badParam('customerinfo');
}
