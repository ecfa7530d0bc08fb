import { textOf } from '../../shared/fields';
import { text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byId, rowsOf, type Paging } from '../api/paging';
import { portalField } from '../whichPortal';
import { portalOf } from './fields';
import * as output from './outputs';

/** From now back in time: the first key is a time in ms, each next one is in the answer. */
const byKey: Paging = {
	limit: 200,
	tellsEnd: true,
	ask: (cursor) => ({ prev_key: cursor ?? String(Date.now()) }),
	next: ({ answer }) => textOf(answer.prev_key) ?? undefined,
	keyOf: byId,
};

/** 100 per answer, each from the key in the one before. */
const byStartKey: Paging = {
	tellsEnd: true,
	ask: (cursor) => (cursor === undefined ? {} : { startkey: cursor }),
	next: ({ answer }) => textOf(answer.startkey) ?? undefined,
	keyOf: byId,
};

const NEEDS = 'Needs Portal Settings > API Permissions';

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many visitors',
		description: `List visitors, latest first. ${NEEDS} > Basic visitor information.`,
	},
	fields: [portalField, ...listFields],
	output: output.anything,
	run: (call) => rowsOf(call, { path: `${portalOf(call, 'v3')}/visitors` }, byKey),
};

const getEvents: Operation = {
	option: {
		name: 'Get Many Events',
		value: 'getEvents',
		action: 'Get many events of visitors',
		description: `List what visitors did, latest first. ${NEEDS} > Actions performed by visitors.`,
	},
	fields: [portalField, ...listFields],
	output: output.anything,
	run: (call) => rowsOf(call, { path: `${portalOf(call, 'v3')}/visitorevents` }, byKey),
};

const getView: Operation = {
	option: {
		name: 'Get Many by View',
		value: 'getView',
		action: 'Get many visitors in view',
		description: 'List the visitors of a view of the older API',
	},
	fields: [
		portalField,
		{
			...text('View ID', 'viewId', '-1'),
			required: true,
			default: '-1',
			description: 'View -1 has all visitors, view -2 returning visitors',
		},
		...listFields,
	],
	output: output.anything,
	run(call) {
		const path = `${portalOf(call, 'v1')}/visitorsview/${call.segment('viewId')}/visitors`;
		return rowsOf(call, { path }, byStartKey);
	},
};

export const visitor: Resource = {
	option: { name: 'Visitor', value: 'visitor' },
	operations: [getMany, getView, getEvents],
};
