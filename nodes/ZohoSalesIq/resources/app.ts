import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { rowsIn } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { portalOf } from './fields';
import * as output from './outputs';

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many apps',
		description: 'List the apps of a portal, also called brands',
	},
	fields: [portalField, ...listFields],
	output: output.app,
	async *run(call) {
		yield* rowsIn(await salesIq(call, { path: `${portalOf(call)}/apps` }));
	},
};

export const app: Resource = {
	option: {
		name: 'App',
		value: 'app',
		description: 'A website or mobile app, also called a brand',
	},
	operations: [getMany],
};
