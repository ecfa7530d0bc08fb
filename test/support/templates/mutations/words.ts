import { node, retellNotes, set, type Mutations } from './mutation';

export const wordsMutations: Mutations = {
	'no word on how to set up': ['missingNotes', retellNotes('Hello'), 'No note tells: Set up'],
	'no word on other vendors': [
		'missingJobNotes',
		retellNotes('### When something fails'),
		'No note tells: Use another vendor',
	],
	'no word on failures': [
		'missingJobNotes',
		retellNotes('### Use another vendor'),
		'No note tells: When something fails',
	],
	'no notes': [
		'missingNotes',
		(template) => {
			template.nodes = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		},
		'No note tells: Set up',
	],
	'a node ID': ['privateThings', node('Lead', { id: 'x' }), 'Lead: has id'],
	'a webhook ID': ['privateThings', node('Lead', { webhookId: 'x' }), 'Lead: has webhookId'],
	'a chosen credential': [
		'privateThings',
		node('Lead', { credentials: { smtp: { id: '1', name: 'Mine' } } }),
		'Lead: has credentials',
	],
	'pinned data': [
		'privateThings',
		(template) => {
			template.pinData = { Lead: [{ json: {} }] };
		},
		'Data is pinned',
	],
	'the n8n that it was made in': [
		'privateThings',
		(template) => {
			template.meta = { instanceId: 'x' };
		},
		'It names the n8n',
	],
	'a UUID': [
		'privateThings',
		retellNotes('0b5fbdd1-6a5c-4e9e-8f6d-2d6a5ad7f1f0'),
		'ID: 0b5fbdd1-6a5c-',
	],
	'an ID of digits': ['privateThings', set('Lead', { id: '1234567' }), 'ID: "1234567"'],
	'a key': ['privateThings', retellNotes('Use pat-na1abcdef'), 'key: pat-na1abcdef'],
	'a bearer token': ['privateThings', retellNotes('Bearer abcdefgh1'), 'key: Bearer abcdefgh1'],
	'a long token': [
		'privateThings',
		retellNotes('a1b2c3d4e5f6a1b2c3d4e5f6'),
		'long token: a1b2c3d4e5f6a1b2c3d4e5f6',
	],
	'a phone number': [
		'privateThings',
		retellNotes('+44 20 7946 0000'),
		'phone number: +44 20 7946 0000',
	],
	"somebody's address": ['privateThings', retellNotes('me@example.net'), 'address: me@example.net'],
	'an address that only begins like an example': [
		'privateThings',
		retellNotes('me@example.company'),
		'address: me@example.company',
	],
	"somebody's host": ['privateThings', retellNotes('http://localhost:5678/x'), 'host: localhost'],
};
