import { lead, node, set, type Mutations } from './mutation';

export const flowMutations: Mutations = {
	'an expression about a node that is not there': [
		'wrongReferences',
		set('Look Up in HubSpot', { jsonBody: "={{ $('Leads').first().json.email }}" }),
		'Look Up in HubSpot asks for Leads, which is not there',
	],
	'an expression about a node that has not run': [
		'wrongReferences',
		set('Conversation Ended', { authentication: '={{ $("Lead").first().json.email }}' }),
		'Conversation Ended asks for Lead, which is not before it',
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
		lead('Lead', 0, 'Leads'),
		'Lead leads to Leads, which has no input main 0',
	],
	'a connection to a trigger': [
		'brokenConnections',
		lead('Lead', 0, 'Conversation Ended'),
		'Lead leads to Conversation Ended, which has no input main 0',
	],
	'a second input of a node with one': [
		'brokenConnections',
		lead('Lead', 0, 'Look Up in HubSpot', 1),
		'Lead leads to Look Up in HubSpot, which has no input main 1',
	],
	'a third output of an IF': [
		'brokenConnections',
		(template) => {
			node('May We Keep It?', { type: 'n8n-nodes-base.if' })(template);
			lead('May We Keep It?', 2, 'Lead')(template);
		},
		'May We Keep It? has no output main 2',
	],
	'an output of a Switch without its rule': [
		'brokenConnections',
		node('May We Keep It?', {
			type: 'n8n-nodes-base.switch',
			typeVersion: 3.2,
			parameters: { rules: { values: [] } },
		}),
		'May We Keep It? has no output main 0',
	],
	'an error output that is not switched on': [
		'brokenConnections',
		node('Create or Enrich', { onError: 'stopWorkflow' }),
		'Create or Enrich has no output main 1',
	],
	'a node that nothing leads to': [
		'unreachableNodes',
		lead('Create or Enrich', 0, 'Lead'),
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
