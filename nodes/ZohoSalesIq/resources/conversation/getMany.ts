import { date, filters, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { listFields } from '../../../shared/operations/paging';
import { byPage, rowsOf } from '../../api/paging';
import { portalField } from '../../whichPortal';
import { app, attender, department, portalOf, queryOf, wordOf } from '../fields';
import * as output from '../outputs';

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many conversations',
		description:
			'List conversations. Without a department, SalesIQ lists those of the department of the connected user.',
	},
	fields: [
		portalField,
		...listFields,
		filters([
			app,
			attender,
			department,
			text('Email', 'email', 'grace@example.com'),
			date('From', 'from_time'),
			wordOf('Sort By', 'sort_by', ['in_time', 'end_time', 'updated_time']),
			wordOf('Status', 'status', ['closed', 'connected', 'end', 'missed', 'open', 'waiting']),
			date('To', 'to_time'),
			date('Updated From', 'updated_from_time'),
			date('Updated Until', 'updated_till_time'),
			wordOf('Visitor Type', 'visitor_type', ['contact', 'lead']),
		]),
	],
	output: output.conversation,
	simple: output.simpleConversation,
	run: (call) =>
		rowsOf(call, { path: `${portalOf(call)}/conversations`, query: queryOf(call) }, byPage(99)),
};
