import type { Conversation } from '../account/conversations';
import { badParam } from '../errors';
import type { World } from '../world';
import { pickFields, printConversation, statesOf } from './conversationPrint';
import { byPage, namesIn, numberIn } from './paging';
import type { Answer, Call } from './route';

const orders = {
	in_time: 'start_time',
	end_time: 'end_time',
	updated_time: 'last_modified_time',
} as const;

/** Lists conversations, newest first: so new ones shift the pages (contract §5.3). */
export function listConversations(call: Call, world: World): Answer {
	const order = call.query.sort_by ?? 'in_time';
	if (!isOrder(order)) throw badParam('sort_by');
	const field = orders[order];
	const rows = world.account.conversations
		.filter((row) => filtersFor(call, world).every((fits) => fits(row)))
		.sort((a, b) => Number(b[field] ?? 0) - Number(a[field] ?? 0));
	const names = namesIn(call, 'fields');
	const data = byPage(rows, call, { otherwise: 20, max: 99 }).map((row) => {
		const picked = pickFields(printConversation(row), names);
		if (!picked) throw badParam('fields');
		return picked;
	});
	return { object: 'list', data };
}

function filtersFor(call: Call, world: World): ((row: Conversation) => boolean)[] {
	const { status, attender_id, app_id, email, visitor_type } = call.query;
	const states = status === undefined ? undefined : statesOf[status];
	if (status !== undefined && !states) throw badParam('status');
	if (visitor_type !== undefined && !['lead', 'contact'].includes(visitor_type)) {
		throw badParam('visitor_type');
	}
	const departments = departmentsFor(call, world);
	return [
		({ state }) => !states || states.includes(state),
		({ department }) => departments.includes(department.id),
		({ attender }) => attender_id === undefined || attender?.id === attender_id,
		(row) => app_id === undefined || row.app_id === app_id,
		({ visitor }) => email === undefined || visitor.email === email,
		({ visitor }) => visitor_type === undefined || visitor.type === visitor_type,
		within(call, 'start_time', 'from_time', 'to_time'),
		within(call, 'last_modified_time', 'updated_from_time', 'updated_till_time'),
	];
}

/** Without `department_id`, the operator's own departments are meant (contract §5.6). */
function departmentsFor({ query }: Call, { account }: World): readonly string[] {
	if (query.department_id !== undefined) return [query.department_id];
	return account.operators.find(({ id }) => id === account.operatorId)?.departments ?? [];
}

function within(
	call: Call,
	field: 'start_time' | 'last_modified_time',
	from: string,
	to: string,
): (row: Conversation) => boolean {
	const fromMs = numberIn(call, from, { otherwise: 0 });
	const toMs = numberIn(call, to, { otherwise: Number.MAX_SAFE_INTEGER });
	return (row) => Number(row[field]) >= fromMs && Number(row[field]) <= toMs;
}

function isOrder(name: string): name is keyof typeof orders {
	return Object.hasOwn(orders, name);
}
