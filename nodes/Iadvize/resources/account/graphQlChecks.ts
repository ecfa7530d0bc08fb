import type { IDataObject } from 'n8n-workflow';
import { isObject, textOf } from '../../../shared/fields';
import { findingOn, nothingFor, type Check } from '../../../shared/operations/checkAccount';
import { take } from '../../../shared/operations/paging';
import { connectionRows } from '../../api/connection';
import { graphQl, own } from '../../api/graphQlRequest';
import { nodesText } from '../../api/graphQlText';
import { rest, rowsIn } from '../../api/restRequest';
import { conversationText } from '../conversation/get';
import { closedText, FIELDS } from '../conversation/getManyClosed';
import { histories } from '../conversationHistory';
import * as output from '../graphQlOutputs';
import { isRestId, isSameId } from '../ids';
import { conversationHistory } from '../restOutputs';
import { GRAPHQL, graphQlCheck, restCheck, type Look } from './look';

const DAY_MS = 86_400_000;
const DAYS = 30;
const ROWS = 20;
const CLOSE = 'Have a conversation with yourself, close it, and run the check again';
const WHO = 'Complete Event and Conversation: Get read the visitor from it.';

/** The GraphQL API: login, projects, and a closed conversation by both of its IDs. */
export const graphQlChecks = (look: Look): Check[] => [
	graphQlCheck(look, {
		name: GRAPHQL,
		async look() {
			const rows = await firstOf(look, 'projects', (page) => nodesText('projects', { ...page }));
			look.projectIds = rows.map(({ id }) => Number(id)).filter(Number.isSafeInteger);
			return findingOn(rows, {
				as: output.named,
				vital: ['id', 'name'],
				use: 'The list of projects depends on it.',
				none: 'Give the user of the credential access to a project',
			});
		},
	}),
	graphQlCheck(look, {
		name: 'Closed conversations',
		async look() {
			const now = Date.now();
			const interval = {
				from: new Date(now - DAYS * DAY_MS).toISOString(),
				to: new Date(now).toISOString(),
			};
			const rows = await firstOf(look, 'closedConversations', (page) =>
				closedText({ interval, ...page }, FIELDS),
			);
			const msOf = (row: IDataObject) => Date.parse(textOf(row.closedAt) ?? '');
			const [newest] = [...rows].sort((a, b) => msOf(b) - msOf(a));
			look.conversationId = textOf(newest?.id) ?? undefined;
			look.legacyId = textOf(newest?.legacyId) ?? undefined;
			return findingOn(rows, {
				as: output.closedConversation,
				vital: ['id'],
				none: CLOSE,
				use: 'Conversation: Get Many Closed depends on it.',
				more: [`of the last ${DAYS} days`, knownByUuid(look)],
			});
		},
	}),
	graphQlCheck(look, {
		name: 'Conversation',
		async look() {
			// Any conversation that is known: one that closed long ago is in the histories only.
			const id = look.conversationId ?? textOf(look.histories[0]?.xmpp_id);
			if (id === null) return nothingFor('conversation', CLOSE);
			const { conversation } = await graphQl(look.call, own(conversationText, { id }));
			const rows = isObject(conversation) ? [conversation] : [];
			look.legacyId ??= textOf(rows[0]?.legacyId) ?? undefined;
			return findingOn(rows, {
				as: output.conversation,
				use: WHO,
				vital: ['id', 'visitor.visitorId', 'visitor.email'],
				says: rows.length === 0 ? ['no conversation of the account is known'] : [],
			});
		},
	}),
	restCheck(look, {
		name: 'History of the conversation',
		async look() {
			const id = look.legacyId ?? null;
			if (!isRestId(id)) return nothingFor('conversation with a legacyId', CLOSE);
			const { path, query } = histories;
			const rows = rowsIn(await rest(look.call, { path: `${path}/${id}`, query }));
			const { conversationId } = look;
			const isSame =
				conversationId === undefined || isSameId(textOf(rows[0]?.xmpp_id), conversationId);
			return findingOn(rows, {
				as: conversationHistory,
				vital: ['history'],
				use: 'The transcript of Complete Event depends on it.',
				says: isSame ? [] : ['xmpp_id is not the UUID of the conversation'],
			});
		},
	}),
];

/** Whether the UUID is the `xmpp_id` of the REST API: a guess of the documentation's readers. */
function knownByUuid({ histories: rows, conversationId }: Look): string {
	const isKnown = rows.some(({ xmpp_id: uuid }) => isSameId(textOf(uuid), conversationId ?? null));
	return `newest among the histories of REST: ${isKnown ? 'yes' : 'no'}`;
}

/** The first rows of a connection, by a text of the node's own. */
const firstOf = async ({ call }: Look, field: string, textOfPage: (page: object) => string) =>
	await take(
		connectionRows(call, field, (after) => own(textOfPage({ first: ROWS, after }))),
		ROWS,
	);
