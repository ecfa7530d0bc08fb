import { node, retellNotes, set, type Mutations } from './mutation';

export const nodesMutations: Mutations = {
	'a type that n8n does not have': [
		'unknownNodes',
		node('Lead', { type: 'n8n-nodes-base.sett' }),
		'Lead: there is no n8n-nodes-base.sett',
	],
	'a version that n8n does not have': [
		'unknownNodes',
		node('Lead', { typeVersion: 9 }),
		'Lead: no version 9 of n8n-nodes-base.set',
	],
	'a version that the pack does not have': [
		'unknownNodes',
		node('Conversation Ended', { typeVersion: 9 }),
		'Conversation Ended: no version 9 of n8n-nodes-conversations.iadvizeTrigger',
	],
	'no node of the pack': [
		'missingOwnNodes',
		(template) => {
			template.nodes = template.nodes.filter(({ type }) => type.startsWith('n8n-nodes-base.'));
		},
		'No node is of this pack',
	],
	'the default name of a node': [
		'poorNames',
		node('Conversation Ended', { name: 'iAdvize Trigger' }),
		'iAdvize Trigger: default name',
	],
	'a name of two nodes': ['poorNames', node('Lead', { name: 'Guide' }), 'Guide: name of two'],
	'a credential that does not exist': [
		'wrongCredentials',
		set('Note the Conversation', { nodeCredentialType: 'hubspotKey' }),
		'Note the Conversation: there is no credential hubspotKey',
	],
	'a credential of a node that n8n does not have': [
		'wrongCredentials',
		node('Lead', { type: 'n8n-nodes-base.sett' }),
		'Lead: which credential it needs is not certain',
	],
	'a credential that no note names': [
		'wrongCredentials',
		retellNotes('### Set up'),
		'Look Up in HubSpot: no note says to choose its credential',
	],
};
