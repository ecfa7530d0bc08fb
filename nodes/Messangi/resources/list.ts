import type { Operation, Resource } from '../../shared/operations/operation';
import { limitOf, listFields } from '../../shared/operations/paging';
import { rowsIn } from '../api/answers';
import { messangi } from '../api/request';
import { listPath, listServicePath } from './fields';
import * as output from './outputs';

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many lists',
		description:
			'List the lists of the Space. Messangi documents that lists can be read, but does not fully document the path and the paging.',
	},
	fields: [listServicePath, ...listFields],
	output: output.list,
	// No paging is documented, so one answer has everything.
	run: async (call) =>
		rowsIn(await messangi(call, { path: listPath(call) })).slice(0, limitOf(call)),
};

export const list: Resource = {
	option: { name: 'List', value: 'list' },
	operations: [getMany],
};
