import type { INodeParameters } from 'n8n-workflow';
import { node, set, type Mutations } from './mutation';

const filter = (condition: object) => ({
	filtersUi: { filterValues: [{ propertyName: 'email|string', operator: 'EQ', ...condition }] },
});

const search = (filterGroupsUi: INodeParameters) =>
	set('Create or Enrich', { operation: 'search', filterGroupsUi });

export const parametersMutations: Mutations = {
	'a parameter that is not declared': [
		'wrongParameters',
		set('Create or Enrich', { mail: 'x' }),
		'Create or Enrich: mail is not declared, or not shown',
	],
	'a parameter of another operation': [
		'wrongParameters',
		set('Create or Enrich', { operation: 'search' }),
		'Create or Enrich: email is not declared, or not shown',
	],
	'a parameter of an older version': [
		'wrongParameters',
		node('Lead', { typeVersion: 2 }),
		'Lead: assignments is not declared, or not shown',
	],
	'an option that a collection does not have': [
		'wrongParameters',
		set('Create or Enrich', { additionalFields: { shoeSize: 42 } }),
		'Create or Enrich: additionalFields: shoeSize is not declared, or not shown',
	],
	'a group that a fixed collection does not have': [
		'wrongParameters',
		search({ groups: [] }),
		'Create or Enrich: filterGroupsUi.groups is not declared',
	],
	'a value that a group does not have': [
		'wrongParameters',
		search({ filterGroupsValues: [filter({ is: 1 })] }),
		'filterValues: is is not declared, or not shown',
	],
	'a choice that does not exist': [
		'wrongParameters',
		set('Note the Conversation', { method: 'FETCH' }),
		'Note the Conversation: method has no option FETCH',
	],
	'a choice that does not exist, deep inside': [
		'wrongParameters',
		search({ filterGroupsValues: [filter({ operator: 'LIKE' })] }),
		'operator has no option LIKE',
	],
	'an expression where n8n takes none': [
		'wrongParameters',
		set('Complete the Event', { operation: '={{ $json.operation }}' }),
		'Complete the Event: operation has no option {{ $json.operation }}',
	],
	'one of several events that does not exist': [
		'wrongParameters',
		set('Conversation Ended', { events: ['v2.conversation.closed', 'conversation.over'] }),
		'Conversation Ended: events has no option conversation.over',
	],
	'a way to name a resource that does not exist': [
		'wrongParameters',
		node('Lead', {
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1.1,
			parameters: { operation: 'get', dataTableId: { __rl: true, mode: 'url', value: 'x' } },
		}),
		'Lead: dataTableId has no mode "url"',
	],
};
