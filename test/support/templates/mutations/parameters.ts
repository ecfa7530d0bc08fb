import { node, set, type Mutations } from './mutation';

const filter = (condition: object) => ({
	filtersUi: { filterValues: [{ propertyName: 'email|string', operator: 'EQ', ...condition }] },
});

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
		node('Settings', { typeVersion: 2 }),
		'Settings: assignments is not declared, or not shown',
	],
	'an option that a collection does not have': [
		'wrongParameters',
		set('Create or Enrich', { additionalFields: { shoeSize: 42 } }),
		'Create or Enrich: additionalFields: shoeSize is not declared, or not shown',
	],
	'a group that a fixed collection does not have': [
		'wrongParameters',
		set('Look Up in HubSpot', { filterGroupsUi: { groups: [] } }),
		'Look Up in HubSpot: filterGroupsUi.groups is not declared',
	],
	'a value that a group does not have': [
		'wrongParameters',
		set('Look Up in HubSpot', { filterGroupsUi: { filterGroupsValues: [filter({ is: 1 })] } }),
		'filterValues: is is not declared, or not shown',
	],
	'a choice that does not exist': [
		'wrongParameters',
		set('Note the Conversation', { method: 'FETCH' }),
		'Note the Conversation: method has no option FETCH',
	],
	'a choice that does not exist, deep inside': [
		'wrongParameters',
		set('Look Up in HubSpot', {
			filterGroupsUi: { filterGroupsValues: [filter({ operator: 'LIKE' })] },
		}),
		'operator has no option LIKE',
	],
	'an expression where n8n takes none': [
		'wrongParameters',
		set('Complete the Event', { operation: '={{ $json.operation }}' }),
		'Complete the Event: operation has no option {{ $json.operation }}',
	],
	'one of several events that does not exist': [
		'wrongParameters',
		set('Contact Told', { events: ['conversation.completed', 'conversation.over'] }),
		'Contact Told: events has no option conversation.over',
	],
	'a way to name a resource that does not exist': [
		'wrongParameters',
		set('Job Done', { dataTableId: { __rl: true, mode: 'url', value: 'x' } }),
		'Job Done: dataTableId has no mode "url"',
	],
};
