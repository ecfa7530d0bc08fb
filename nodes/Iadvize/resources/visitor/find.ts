import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/restRequest';
import { idField } from '../ids';
import * as output from '../restOutputs';

export const findVisitor: Operation = {
	option: {
		name: 'Find',
		value: 'find',
		action: 'Find visitor',
		description:
			'Find visitors by their unique ID or by your own ID for them; if none match, nothing is returned',
	},
	fields: [
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'options',
			default: 'unique_id',
			options: [
				{
					name: 'Unique ID',
					value: 'unique_id',
					description: '45 characters, as in Visitor Updated',
				},
				{
					name: 'External ID',
					value: 'external_id',
					description: 'Your own ID for the customer; not the visitorExternalId of an event',
				},
			],
			description: 'Which of the two IDs you give',
		},
		idField(
			'Value',
			'value',
			'593de0891b628a50b09835dc6c0e92565329c74baa90e',
			'The whole ID of the visitor; an asterisk is refused',
		),
	],
	output: output.visitor,
	simple: output.simpleVisitor,
	async run(call) {
		const value = call.text('value');
		// An empty filter would return every visitor, and an asterisk those that merely look alike.
		if (value === '' || value.includes('*')) {
			throw call.refuse(
				'The value to find a visitor by is missing',
				'Fill in the whole ID; an asterisk would match any other text',
			);
		}
		const query = { full: 1, filters: { [call.text('findBy')]: value } };
		return rowsIn(await rest(call, { path: '/visitor', query }));
	},
};
