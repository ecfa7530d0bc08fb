import { required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byIndex, rowsIn, rowsOf } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { portalOf } from './fields';
import * as output from './outputs';

const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create article category',
		description: 'Create a category of articles',
	},
	fields: [portalField, required(text('Name', 'name', 'Returns', 'Name of the category'))],
	output: output.articleCategory,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/articlecategories`,
				json: { name: call.text('name') },
			}),
		),
};

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many article categories',
		description: 'List the categories of articles',
	},
	fields: [portalField, ...listFields],
	output: output.articleCategory,
	run: (call) => rowsOf(call, { path: `${portalOf(call)}/articlecategories` }, byIndex(true)),
};

export const articleCategory: Resource = {
	option: { name: 'Article Category', value: 'articleCategory' },
	operations: [create, getMany],
};
