import { listFields } from '../../shared/operations/paging';
import type { Operation, Resource } from '../../shared/operations/operation';
import { byIndex, rowsIn } from '../api/paging';
import { salesIq } from '../api/request';
import { datesToMs, inPortal, listInPortal } from './operation';
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
	async *run({ context }) {
		yield* rowsIn(await salesIq(context, { path: '/api/v2/portals' }));
	},
};

const get = inPortal({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get portal',
		description: 'Look up company, owner and language of a portal',
	},
	fields: [],
	output: output.portalDetails,
	run: async ({ ask, segment }) =>
		rowsIn(await ask({ path: `/api/v2/portals/${segment('portal')}` })),
});

export const portal: Resource = {
	option: { name: 'Portal', value: 'portal' },
	operations: [get, getMany],
};

const getApps: Operation = inPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many apps',
		description: 'List the apps of a portal, also called brands',
	},
	fields: listFields,
	output: output.app,
	async *run({ ask, base }) {
		yield* rowsIn(await ask({ path: `${base}/apps` }));
	},
});

export const app: Resource = {
	option: { name: 'App', value: 'app', description: 'A website or mobile app, also called brand' },
	operations: [getApps],
};

const getFeedbacks = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many feedbacks',
		description: 'List what visitors said about conversations',
	},
	filters: [
		{
			displayName: 'Department Names or IDs',
			name: 'department_ids',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getDepartments', loadOptionsDependsOn: ['portal.value'] },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{ displayName: 'From', name: 'start_time', type: 'dateTime', default: '' },
		{ displayName: 'To', name: 'end_time', type: 'dateTime', default: '' },
	],
	path: ({ base }) => `${base}/feedbacks`,
	paging: byIndex(true),
	output: output.anything,
	query: (filters) => ({
		...datesToMs(filters, ['start_time', 'end_time']),
		...(filters.department_ids !== undefined && {
			department_ids: (filters.department_ids as string[]).join(','),
		}),
	}),
});

export const feedback: Resource = {
	option: { name: 'Feedback', value: 'feedback' },
	operations: [getFeedbacks],
};
