import { required } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { limitOf, listFields } from '../../shared/operations/paging';
import { connectionRows, PAGE_SIZE } from '../api/connection';
import { own } from '../api/graphQlRequest';
import { inlineArguments } from '../api/graphQlText';
import { intervalFields, intervalOf, legacyIds, projectIds } from './graphQlFields';
import * as output from './graphQlOutputs';

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
		description: 'List the answers to surveys within a time span, each with its conversation',
	},
	fields: [required(projectIds), ...intervalFields, ...listFields],
	output: output.satisfaction,
	run(call) {
		const given = {
			projectIds: legacyIds(call.list('projectIds')),
			interval: intervalOf(call),
			first: Math.min(limitOf(call), PAGE_SIZE),
		};
		// Answers have no ID of their own: only their whole content tells them apart.
		const keyOf = (row: object) => JSON.stringify(row);
		return connectionRows(
			call,
			'satisfactionSurveyResponses',
			(after) => own(satisfactionText({ ...given, after })),
			keyOf,
		);
	},
};

export const satisfaction: Resource = {
	option: { name: 'Satisfaction', value: 'satisfaction' },
	operations: [getManySatisfactions],
};
