import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { rowsIn } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { portalOf } from './fields';
import * as output from './outputs';

/** Portals are listed without one: the only request of its kind. */
const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many portals',
		description: 'List the portals of the connected user',
	},
	fields: listFields,
	output: output.portal,
	async *run(call) {
		yield* rowsIn(await salesIq(call, { path: '/api/v2/portals' }));
	},
};

const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get portal',
		description: 'Look up company, owner and language of a portal',
	},
	fields: [portalField],
	output: output.portalDetails,
	run: async (call) => rowsIn(await salesIq(call, { path: portalOf(call, 'v2/portals') })),
};

export const portal: Resource = {
	option: { name: 'Portal', value: 'portal' },
	operations: [get, getMany],
};
