import { withoutEmpty } from '../../shared/operations/call';
import { required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byIndex, rowsIn, rowsOf, type Paging } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { apps, portalOf } from './fields';
import * as output from './outputs';

const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Block IP',
		description: 'Block an IP address; for all apps if none is chosen',
	},
	fields: [
		portalField,
		required(text('IP Address', 'ip', '203.0.113.1', 'IP address to block')),
		apps,
		text('Comment', 'comment', 'Spam', 'Why it is blocked'),
	],
	output: output.blockedIp,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/blockedips`,
				json: withoutEmpty({
					ip: call.text('ip'),
					app_ids: call.list('app_ids'),
					comment: call.text('comment'),
				}),
			}),
		),
};

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many blocked IPs',
		description: 'List blocked IP addresses, one item per address and app',
	},
	fields: [portalField, ...listFields],
	output: output.blockedIp,
	run: (call) => rowsOf(call, { path: `${portalOf(call)}/blockedips` }, byAddress),
};

// An address that is blocked for two apps comes twice, under one ID.
const byAddress: Paging = { ...byIndex(true), keyOf: ({ id, app }) => JSON.stringify([id, app]) };

export const blockedIp: Resource = {
	option: { name: 'Blocked IP', value: 'blockedIp' },
	operations: [create, getMany],
};
