import { lead, node, set, type Mutations } from './mutation';

export const flowMutations: Mutations = {
	'an expression about a node that is not there': [
		'wrongReferences',
		set('Say That It Failed', { errorMessage: "={{ $('Leads').first().json.email }}" }),
		'Say That It Failed asks for Leads, which is not there',
	],
	'an expression about a node that has not run': [
		'wrongReferences',
		set('Job List', { tableName: '={{ $("Lead").first().json.email }}' }),
		'Job List asks for Lead, which is not before it',
	],
	'code about a node that is not there': [
		'wrongReferences',
		node('Lead', {
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: 'return $(`The Leads`).all();' },
		}),
		'Lead asks for The Leads, which is not there',
	],
	'a connection from a node that is not there': [
		'brokenConnections',
		lead('Leads', 0, 'Lead'),
		'A connection starts at Leads, which is not there',
	],
	'a connection to a node that is not there': [
		'brokenConnections',
		lead('Settings', 0, 'Leads'),
		'Settings leads to Leads, which has no input main 0',
	],
	'a connection to a trigger': [
		'brokenConnections',
		lead('Settings', 0, 'Contact Told'),
		'Settings leads to Contact Told, which has no input main 0',
	],
	'a second input of a node with one': [
		'brokenConnections',
		lead('Settings', 0, 'Job List', 1),
		'Settings leads to Job List, which has no input main 1',
	],
	'a third output of an IF': [
		'brokenConnections',
		lead('Has an Email Address?', 2, 'Job Done'),
		'Has an Email Address? has no output main 2',
	],
	'an output of a Switch without its rule': [
		'brokenConnections',
		set('What Happened?', { rules: { values: [] }, options: {} }),
		'What Happened? has no output main 0',
	],
	'an error output that is not switched on': [
		'brokenConnections',
		node('Create or Enrich', { onError: 'stopWorkflow' }),
		'Create or Enrich has no output main 1',
	],
	'a node that nothing leads to': [
		'unreachableNodes',
		lead('Create or Enrich', 0, 'Job Done'),
		'Note the Conversation: no trigger leads to it',
	],
	'an error output that leads nowhere': [
		'silentFailures',
		lead('Create or Enrich', 1, undefined),
		'Create or Enrich: its error output leads nowhere',
	],
	'no error output': [
		'missingErrorBranch',
		({ nodes }) => {
			for (const one of nodes) delete one.onError;
		},
		'No node has an error output',
	],
};
