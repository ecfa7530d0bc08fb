import type { Operation, Resource } from '../../shared/operations/operation';
import { limitOf, listFields } from '../../shared/operations/paging';
import { connectionRows } from '../api/graphQl';
import {
	inlineArguments,
	intervalFields,
	intervalParameter,
	legacyIds,
	projectIds,
} from './graphQlOperation';
import * as output from './outputs';

const PAGE_SIZE = 100;

export const satisfactionText = (given: Record<string, unknown>) => `query {
  satisfactionSurveyResponses(${inlineArguments(given)}) {
    edges { node {
      customerSatisfaction netPromoterScore satisfactionComment
      conversation {
        id createdAt closedAt project { id name }
        agents { id firstName lastName __typename }
      }
    } }
    pageInfo { endCursor hasNextPage }
  }
}`;

const getManySatisfactions: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many satisfaction answers',
		description: 'List the answers to surveys in a span of time, each with its conversation',
	},
	fields: [{ ...projectIds, required: true }, ...intervalFields, ...listFields],
	output: output.satisfaction,
	run({ context, item }) {
		const first = Math.min(limitOf(context, item), PAGE_SIZE);
		const interval = intervalParameter(context, item);
		const projects = legacyIds(context.getNodeParameter('projectIds', item));
		// Answers have no ID of their own: what tells them apart is all that they say.
		const keyOf = (row: object) => JSON.stringify(row);
		return connectionRows(
			context,
			'satisfactionSurveyResponses',
			(after) => ({
				...{ repeatable: true, isOwn: true },
				query: satisfactionText({ projectIds: projects, interval, first, after }),
			}),
			keyOf,
		);
	},
};

export const satisfaction: Resource = {
	option: { name: 'Satisfaction', value: 'satisfaction' },
	operations: [getManySatisfactions],
};
