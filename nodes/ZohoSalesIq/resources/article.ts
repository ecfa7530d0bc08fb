import { flag, required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { rowsIn } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { category, department, portalOf } from './fields';
import * as output from './outputs';

const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create article',
		description: 'Create an article of the help pages',
	},
	fields: [
		portalField,
		required(text('Title', 'title', 'How to return a parcel', 'Heading of the article')),
		{
			...required(text('Content', 'content', '<p>…</p>', 'Text of the article, as HTML')),
			typeOptions: { rows: 5 },
		},
		category,
		required(department),
		flag('Publish', 'publish', 'visitors see the article at once'),
	],
	output: output.created,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/articles`,
				json: {
					title: call.text('title'),
					content: call.text('content'),
					category_id: call.text('categoryId'),
					department_id: call.text('department_id'),
					// The vendor's sample sends the flag as text.
					published: String(call.flag('publish')),
				},
			}),
		),
};

export const article: Resource = {
	option: { name: 'Article', value: 'article' },
	operations: [create],
};
