import { date, filters } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byIndex, rowsOf } from '../api/paging';
import { portalField } from '../whichPortal';
import { departmentIds, portalOf, queryOf } from './fields';
import * as output from './outputs';

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many feedback entries',
		description: 'List what visitors said about conversations',
	},
	fields: [
		portalField,
		...listFields,
		filters([departmentIds, date('From', 'start_time'), date('To', 'end_time')]),
	],
	output: output.anything,
	run: (call) =>
		rowsOf(call, { path: `${portalOf(call)}/feedbacks`, query: queryOf(call) }, byIndex(true)),
};

export const feedback: Resource = {
	option: { name: 'Feedback', value: 'feedback' },
	operations: [getMany],
};
