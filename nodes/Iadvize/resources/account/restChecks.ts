import type { ZodTypeAny } from 'zod';
import { textOf } from '../../../shared/fields';
import { findingOn, nothingFor, type Check } from '../../../shared/operations/checkAccount';
import { detailsOf, isLockOut, refusal } from '../../../shared/operations/errors';
import { rest, rowsIn } from '../../api/restRequest';
import { histories } from '../conversationHistory';
import { isRestId, isUniqueId } from '../ids';
import * as output from '../restOutputs';
import { REST, restCheck, restRows, type Look } from './look';

const CHAT =
	'Have a conversation with yourself, leave an email address in it, and run the check again';
const WHO = 'Complete Event and Visitor: Get read the visitor from it.';

/** The REST API: pick lists, the way from an event to an address, and what was said. */
export const restChecks = (look: Look): Check[] => [
	restCheck(look, {
		name: REST,
		async look() {
			const operators = list(look, REST, '/operator', output.operator);
			try {
				return await operators.look();
			} catch (error) {
				// A key may work for some calls only.
				if (isLockOut(error)) await restRows(look, '/visitor');
				throw isLockOut(error) ? ofThisCall(look, error as Error) : error;
			}
		},
	}),
	list(look, 'Groups', '/group', output.group),
	list(look, 'Skills', '/skill', output.skill),
	list(look, 'Websites', '/website', output.website),
	restCheck(look, {
		name: 'Visitors',
		async look() {
			const rows = await restRows(look, '/visitor');
			look.visitor = rows[0];
			const vital = ['id', 'unique_id', 'email'];
			return findingOn(rows, { as: output.visitor, vital, use: WHO, none: CHAT });
		},
	}),
	restCheck(look, {
		name: 'Visitor by ID',
		async look() {
			const id = textOf(look.visitor?.id);
			if (!isRestId(id)) return nothingFor('visitor', CHAT);
			const rows = rowsIn(await rest(look.call, { path: `/visitor/${id}` }));
			return findingOn(rows, {
				as: output.visitor,
				vital: ['id', 'email'],
				use: WHO,
				none: CHAT,
				says: rows.some((row) => textOf(row.id) === id) ? [] : ['a different visitor was returned'],
			});
		},
	}),
	restCheck(look, {
		name: 'Visitor by unique ID',
		async look() {
			const id = textOf(look.visitor?.unique_id);
			if (id === null) return nothingFor('unique ID', CHAT);
			const rows = await restRows(look, '/visitor', { filters: { unique_id: id } });
			const isOther = rows.some((row) => textOf(row.unique_id) !== id);
			return findingOn(rows, {
				as: output.visitor,
				vital: ['id', 'email'],
				use: 'Visitor: Find, and Complete Event for edited visitors, depend on it.',
				more: [`characters of a unique ID: ${id.length}`],
				says: [
					rows.length === 0 ? 'the filter finds nobody' : '',
					isOther ? 'the filter lets others through' : '',
					isUniqueId(id) ? '' : 'a unique ID does not have 45 letters and digits',
				].filter(Boolean),
			});
		},
	}),
	restCheck(look, {
		name: 'Conversation histories',
		async look() {
			look.histories = await restRows(look, histories.path, { ...histories.query, limit: 100 });
			return findingOn(look.histories, {
				as: output.conversationHistory,
				vital: ['id', 'history', 'visitor_uid', 'xmpp_id'],
				use: 'The transcript of Complete Event depends on it.',
				none: CHAT,
			});
		},
	}),
];

const list = (look: Look, name: string, path: string, as: ZodTypeAny): Check =>
	restCheck(look, {
		name,
		look: async () =>
			findingOn(await restRows(look, path), {
				as,
				vital: ['id'],
				use: `The list of ${path.slice(1)}s in actions depends on it.`,
			}),
	});

const ofThisCall = ({ call }: Look, error: Error) =>
	refusal(call, {
		message: error.message,
		description: 'The key works for other calls',
		status: 403,
		answered: detailsOf(error).answered,
	});
