import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import { inTitleCase, oneOf, required, text } from '../../shared/operations/fields';
import { locator, pickLists } from '../../shared/operations/locators';
import { rowsIn } from '../api/paging';
import type { SalesIqAnswer } from '../api/request';
import { portalPath } from '../whichPortal';

/** What several operations share. Names in collections are the vendor's. */

/** Where things are in the portal that the operation is about: `/api/v2/{screen name}`. */
export const portalOf = (call: Call, version?: string) =>
	portalPath(call, call.text('portal'), version);

const some = (displayName: string, name: string, list: string) =>
	pickLists(displayName, name, list, 'portal.value');

export const app = locator('App', 'app_id', 'searchApps', '17000000001015');
export const apps = some('App Names or IDs', 'app_ids', 'getApps');
export const category = required(
	locator('Category', 'categoryId', 'searchCategories', '17000000328033'),
);
export const department = locator(
	'Department',
	'department_id',
	'searchDepartments',
	'17000000001004',
);
export const departmentId = required({ ...department, name: 'departmentId' });
export const departments = some('Department Names or IDs', 'departments', 'getDepartments');
export const departmentIds = { ...departments, name: 'department_ids' };
export const operator = locator('Operator', 'operator_id', 'searchOperators', '17000000001033');
export const attender = locator('Attender', 'attender_id', 'searchOperators', '17000000001033');
export const operators = some('Operator Names or IDs', 'operators', 'getOperators');
export const webhookId = required(
	locator('Webhook', 'webhookId', 'searchWebhooks', '17000000001055'),
);

export const conversationId = required({
	...text(
		'Conversation ID',
		'conversationId',
		'17000000004021',
		'A whole number; the trigger outputs it as conversation.id',
	),
	default: '={{ $json.conversation?.id }}',
});

export const conversationAt = (call: Call) =>
	`${portalOf(call)}/conversations/${call.segment('conversationId')}`;

/** Where a webhook is: the one of the field, unless its ID is given. */
export const webhookAt = (call: Call, value = call.text('webhookId')) =>
	`${portalOf(call)}/webhooks/${call.segment('webhookId', { value })}`;

/** A choice among the vendor's own words; the first is the default. */
export const wordOf = (displayName: string, name: string, words: string[]) =>
	oneOf(
		displayName,
		name,
		words.map((word) => [inTitleCase(word.replaceAll('_', ' ')), word] as const),
	);

/** SalesIQ writes the flags of operators and departments as text. */
export const flagsAsText = (values: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'boolean' ? String(value) : value,
		]),
	);

/** The filters as SalesIQ expects them: times in milliseconds, lists with commas. */
export const queryOf = (call: Call): IDataObject =>
	Object.fromEntries(
		Object.entries(call.collection('filters')).map(([name, value]) => [name, asked(name, value)]),
	) as IDataObject;

function asked(name: string, value: unknown): unknown {
	if (Array.isArray(value)) return value.join(',');
	if (!name.endsWith('_time')) return value;
	const ms = Date.parse(String(value));
	return Number.isNaN(ms) ? undefined : ms;
}

/** What SalesIQ answered, or that it did not complain: what some writes answer is not documented. */
export function doneOf(answer: SalesIqAnswer): IDataObject[] {
	const rows = rowsIn(answer);
	return rows.length > 0 ? rows : [{ success: true }];
}
