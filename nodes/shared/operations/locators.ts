import type { INodeProperties } from 'n8n-workflow';

/** Fields whose values come from the account. */

const orSpecify = (what: string) =>
	`Choose from the list, or specify ${what} using an <a href="https://docs.n8n.io/code/expressions/">expression</a>`;

/** One of a loaded list; `dependsOn` is a field that makes it reload. */
export const pickList = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	dependsOn?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	typeOptions: {
		loadOptionsMethod,
		...(dependsOn !== undefined && { loadOptionsDependsOn: [dependsOn] }),
	},
	default: '',
	description: orSpecify('an ID'),
});

/** Some of a loaded list. */
export const pickLists = (...field: Parameters<typeof pickList>): INodeProperties => ({
	...pickList(...field),
	type: 'multiOptions',
	default: [],
	description: orSpecify('IDs'),
});

/** One that is searched for in the account, or given by its identifier. */
export const locator = (
	displayName: string,
	name: string,
	searchListMethod: string,
	by: { displayName: string; name: string; placeholder: string },
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{
			displayName: by.displayName,
			name: by.name,
			type: 'string',
			placeholder: `e.g. ${by.placeholder}`,
		},
	],
});
