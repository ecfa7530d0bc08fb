import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/restRequest';
import { visitorIdOf } from '../ids';
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
			displayName: 'Visitor ID',
			name: 'visitorId',
			type: 'string',
			required: true,
			default: '={{ $json.payload?.visitorExternalId }}',
			placeholder: 'e.g. 63429889',
			description:
				'A whole number. The trigger gives it in its payload, for conversations on the website. The UUID of the contact is another one.',
		},
	],
	output: output.visitor,
	run: async (call) => rowsIn(await rest(call, { path: `/visitor/${visitorIdOf(call)}` })),
};
