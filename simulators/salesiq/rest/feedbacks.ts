import { byIndexAndLimit, namesIn, numberIn } from './paging';
import type { Route } from './route';

/** All feedback of the portal; its items are not documented: what is known, and where it belongs. */
export const feedbackRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/feedbacks',
		scope: 'feedbacks.READ',
		answer: (call, { account }) => {
			const departments = namesIn(call, 'department_ids');
			const from = numberIn(call, 'start_time', { otherwise: 0 });
			const to = numberIn(call, 'end_time', { otherwise: Number.MAX_SAFE_INTEGER });
			const rows = account.conversations.flatMap(({ id, department, visitor, feedback }) => {
				if (!feedback) return [];
				if (departments.length > 0 && !departments.includes(department.id)) return [];
				const isWithin = Number(feedback.time) >= from && Number(feedback.time) <= to;
				return isWithin ? [{ conversation_id: id, ...feedback, visitor }] : [];
			});
			return { object: 'list', data: byIndexAndLimit(rows, call) };
		},
	},
];
