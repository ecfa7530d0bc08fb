import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import { collection, inTitleCase, oneOf, required, text } from '../../shared/operations/fields';
import { pickList, pickLists } from '../../shared/operations/locators';
import { rowsIn } from '../api/paging';
import type { SalesIqAnswer } from '../api/request';
import { portalPath } from '../whichPortal';

/** What several operations share. Names in collections are the vendor's. */

/** Where things are in the portal that the operation is about: `/api/v2/{screen name}`. */
export const portalOf = (call: Call, version?: string) =>
	portalPath(call, call.text('portal'), version);

const one = (displayName: string, name: string, list: string) =>
	pickList(displayName, name, list, 'portal.value');

const some = (displayName: string, name: string, list: string) =>
	pickLists(displayName, name, list, 'portal.value');

/** One that must be chosen. */
const theOne = (displayName: string, name: string, list: string): INodeProperties => {
	const { default: none, description, ...field } = one(displayName, name, list);
	return { ...field, required: true, default: none, description };
};

export const app = one('App Name or ID', 'app_id', 'getApps');
export const apps = some('App Names or IDs', 'app_ids', 'getApps');
export const category = theOne('Category Name or ID', 'categoryId', 'getCategories');
export const department = one('Department Name or ID', 'department_id', 'getDepartments');
export const departmentId = theOne('Department Name or ID', 'departmentId', 'getDepartments');
export const departments = some('Department Names or IDs', 'departments', 'getDepartments');
export const departmentIds = { ...departments, name: 'department_ids' };
export const operator = one('Operator Name or ID', 'operator_id', 'getOperators');
export const operators = some('Operator Names or IDs', 'operators', 'getOperators');
export const webhookId = theOne('Webhook Name or ID', 'webhookId', 'getWebhooks');

export const conversationId = required({
	...text('Conversation ID', 'conversationId', '17000000004021'),
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

export const updateFields = (options: INodeProperties[]) =>
	collection(options, { displayName: 'Update Fields', name: 'updateFields', what: 'Field' });

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
