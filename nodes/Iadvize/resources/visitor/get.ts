import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/restRequest';
import { idField, visitorIdOf } from '../ids';
import * as output from '../restOutputs';

export const getVisitor: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get visitor',
		description: 'Look up one visitor, with name, email and phone',
	},
	fields: [
		{
			...idField('Visitor ID', 'visitorId', '63429889'),
			default: '={{ $json.payload?.visitorExternalId }}',
			description:
				'A whole number. The trigger outputs it in its payload, for conversations on the website. It is not the UUID of the contact.',
		},
	],
	output: output.visitor,
	simple: output.simpleVisitor,
	run: async (call) => rowsIn(await rest(call, { path: `/visitor/${visitorIdOf(call)}` })),
};
