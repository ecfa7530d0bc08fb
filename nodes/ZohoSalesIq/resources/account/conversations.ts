import type { IDataObject } from 'n8n-workflow';
import { flagOf, textOf } from '../../../shared/fields';
import { findingOn, nothingFor, type Check } from '../../../shared/operations/checkAccount';
import { rowsIn } from '../../api/paging';
import { portalOf } from '../fields';
import * as output from '../outputs';
import { listCheck, scoped, type PortalLook } from './portalLook';

const READ = 'SalesIQ.conversations.READ';
const FEEDBACK = 'SalesIQ.feedbacks.READ';
const CHAT =
	'Have a conversation with yourself, leave an email address in it, and run the check again';
const WHO = 'Complete Event reads from it who the visitor is and who answered.';

/** What Complete Event looks up, and what visitors thought of it. */
export const conversationChecks = (look: PortalLook): Check[] => [
	scoped(look, READ, {
		name: 'Conversations',
		async look() {
			const path = `${portalOf(look.call)}/conversations`;
			const rows = rowsIn(await look.read(READ, path, { page: '1', limit: 20 }));
			const ended = rows.find(({ end_time: end }) => textOf(end) !== null);
			look.conversationId = textOf((ended ?? rows[0])?.id) ?? undefined;
			return findingOn(rows, {
				as: output.conversation,
				vital: ['id', 'visitor.email'],
				use: 'Conversation: Get Many depends on it.',
				none: CHAT,
			});
		},
	}),
	scoped(look, READ, {
		name: 'Conversation',
		async look() {
			if (look.conversationId === undefined) return nothingFor('conversation', CHAT);
			const rows = rowsIn(await look.read(READ, pathOf(look)));
			return findingOn(rows, {
				as: output.conversation,
				vital: ['id', 'visitor.id'],
				use: WHO,
				none: CHAT,
			});
		},
	}),
	scoped(look, READ, {
		name: 'Messages of a conversation',
		look: async () => await messages(look),
	}),
	scoped(look, FEEDBACK, {
		name: 'Feedback of a conversation',
		async look() {
			if (look.conversationId === undefined) return nothingFor('conversation', CHAT);
			const rows = rowsIn(await look.read(FEEDBACK, `${pathOf(look)}/feedback`));
			return findingOn(rows, { as: output.anything, use: 'Its fields are not documented.' });
		},
	}),
	listCheck(look, {
		name: 'All feedback',
		scope: FEEDBACK,
		path: () => `${portalOf(look.call)}/feedbacks`,
		query: { index: '1', limit: 20 },
		as: output.anything,
		use: 'Their fields are not documented.',
	}),
];

const pathOf = ({ call, conversationId: value = '' }: PortalLook) =>
	`${portalOf(call)}/conversations/${call.segment('conversation', { value })}`;

async function messages(look: PortalLook) {
	if (look.conversationId === undefined) return nothingFor('conversation', CHAT);
	const path = `${pathOf(look)}/messages`;
	const answer = await look.read(READ, path, { limit: 100 });
	const rows = rowsIn(answer);
	return findingOn(rows, {
		as: output.message,
		vital: ['sender.id', 'message.text', 'time'],
		use: 'The transcript of Complete Event depends on it.',
		none: CHAT,
		more: [
			`more_data_available: ${flagOf(answer.more_data_available) === null ? 'missing' : 'there'}`,
			...(await boundary(look, path, rows)),
		],
	});
}

/** Whether a page from the time of a message begins with that message: not documented. */
async function boundary(look: PortalLook, path: string, rows: readonly IDataObject[]) {
	const last = rows.at(-1);
	const time = textOf(last?.time);
	if (!last || time === null) return [];
	const later = rowsIn(await look.read(READ, path, { limit: 100, from_time: time }));
	const isSame = (row: IDataObject) => textOf(row.time) === time;
	return [`from_time: ${later.some(isSame) ? 'inclusive' : 'exclusive'}`];
}
