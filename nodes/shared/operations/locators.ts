import type { INodeProperties } from 'n8n-workflow';

/** Fields whose values come from the account. */

/** Some of a loaded list; `dependsOn` is a field that makes it reload. n8n searches for one only. */
export const pickLists = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	dependsOn?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod,
		...(dependsOn !== undefined && { loadOptionsDependsOn: [dependsOn] }),
	},
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const byId = { displayName: 'By ID', name: 'id' };

/** One that is searched for in the account, or given by its identifier; it may be left empty. */
export const locator = (
	displayName: string,
	name: string,
	searchListMethod: string,
	placeholder: string,
	by = byId,
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: `Which ${displayName.toLowerCase()}: choose it from the list, or give it ${by.displayName.replace('By', 'by')}, such as ${placeholder}`,
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
			placeholder: `e.g. ${placeholder}`,
		},
	],
});
