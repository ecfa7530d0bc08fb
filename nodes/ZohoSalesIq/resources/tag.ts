import { oneOf, required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { rowsIn } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { portalOf } from './fields';
import * as output from './outputs';

const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create tag',
		description: 'Create a tag to mark conversations, visitors, contacts or companies with',
	},
	fields: [
		portalField,
		required(text('Name', 'name', 'Refund', 'Name of the tag')),
		{
			displayName: 'Color',
			name: 'color',
			type: 'color',
			default: '#ff7609',
			required: true,
			description: 'Color of the tag in SalesIQ, such as #ff7609',
		},
		{
			...oneOf(
				'Module',
				'module',
				[
					['Companies', 'companies'],
					['Contacts', 'contacts'],
					['Conversations', 'conversations'],
					['Visitors', 'visitors'],
				],
				'conversations',
			),
			description: 'What the tag is for',
		},
	],
	output: output.tag,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/tags`,
				json: {
					name: call.text('name'),
					color: call.text('color'),
					module: call.text('module'),
				},
			}),
		),
};

export const tag: Resource = {
	option: { name: 'Tag', value: 'tag' },
	operations: [create],
};
