import { randomUUID } from 'node:crypto';
import type { WorkflowDraft } from '../../../host/workflows';

export interface NodeVersion {
	readonly nodeType: string;
	readonly version: number;
}

export const HUBSPOT: NodeVersion = { nodeType: 'n8n-nodes-base.hubspot', version: 2.2 };
export const ZENDESK: NodeVersion = { nodeType: 'n8n-nodes-base.zendesk', version: 1 };
const HTTP: NodeVersion = { nodeType: 'n8n-nodes-base.httpRequest', version: 4.2 };
const WEBHOOK: NodeVersion = { nodeType: 'n8n-nodes-base.webhook', version: 2 };

const contactIds = "={{ $('Upsert').item.json.vid }}";
const chat = (key: string) => `={{ $('Webhook').item.json.body.${key} }}`;

/**
 * A workflow that does with HubSpot and Zendesk all that templates do, for what is posted to
 * `/webhook/conversation`. n8n's HubSpot node makes no note, hence the HTTP request.
 *
 * @param hubspot credentials of the HubSpot nodes
 * @param zendesk credentials of the Zendesk nodes
 */
export function noteConversation(hubspot: object, zendesk: object): WorkflowDraft {
	const node = (
		name: string,
		{ nodeType: type, version: typeVersion }: NodeVersion,
		parameters: object,
		credentials = {},
	) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters,
		credentials,
		...(type === WEBHOOK.nodeType && { webhookId: randomUUID() }),
	});
	const asHubspot = { authentication: 'appToken' };
	const nodes = [
		node('Webhook', WEBHOOK, { httpMethod: 'POST', path: 'conversation', options: {} }),
		node(
			'Upsert',
			HUBSPOT,
			{
				...asHubspot,
				resource: 'contact',
				operation: 'upsert',
				email: chat('email'),
				additionalFields: {
					firstName: chat('firstName'),
					lastName: chat('lastName'),
					phoneNumber: chat('phone'),
				},
				options: {},
			},
			hubspot,
		),
		node(
			'Search',
			HUBSPOT,
			{
				...asHubspot,
				resource: 'contact',
				operation: 'search',
				limit: 1,
				filterGroupsUi: {
					filterGroupsValues: [
						{
							filtersUi: {
								filterValues: [
									{ propertyName: 'email|string', operator: 'EQ', value: chat('email') },
								],
							},
						},
					],
				},
				additionalFields: { properties: ['email', 'firstname', 'phone'] },
			},
			hubspot,
		),
		node(
			'Task',
			HUBSPOT,
			{
				...asHubspot,
				resource: 'engagement',
				operation: 'create',
				type: 'task',
				dueDate: '2030-01-02T10:00:00Z',
				metadata: { subject: 'Chat', body: chat('text'), status: 'COMPLETED' },
				additionalFields: { associations: { contactIds } },
			},
			hubspot,
		),
		node(
			'Call',
			HUBSPOT,
			{
				...asHubspot,
				resource: 'engagement',
				operation: 'create',
				type: 'call',
				metadata: { body: chat('text'), status: 'COMPLETED' },
				additionalFields: { associations: { contactIds } },
			},
			hubspot,
		),
		node(
			'Note',
			HTTP,
			{
				method: 'POST',
				url: 'https://api.hubapi.com/engagements/v1/engagements',
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'hubspotAppToken',
				sendBody: true,
				specifyBody: 'json',
				jsonBody:
					"={{ { engagement: { type: 'NOTE' }, associations: { contactIds: [$('Upsert').item.json.vid] }, metadata: { body: $('Webhook').item.json.body.text } } }}",
				options: {},
			},
			hubspot,
		),
		node(
			'Ticket',
			ZENDESK,
			{
				authentication: 'apiToken',
				resource: 'ticket',
				operation: 'create',
				description: chat('text'),
				additionalFields: {
					subject: "={{ 'Chat with ' + $('Webhook').item.json.body.firstName }}",
					externalId: chat('id'),
					tags: ['chat', 'n8n'],
				},
			},
			zendesk,
		),
		node(
			'Find',
			ZENDESK,
			{
				authentication: 'apiToken',
				resource: 'ticket',
				operation: 'getAll',
				limit: 1,
				options: { query: "={{ 'external_id:' + $('Webhook').item.json.body.id }}" },
			},
			zendesk,
		),
		node(
			'Reply',
			ZENDESK,
			{
				authentication: 'apiToken',
				resource: 'ticket',
				operation: 'update',
				id: '={{ $json.id }}',
				updateFields: { status: 'open', internalNote: '<b>Seen</b>' },
			},
			zendesk,
		),
		node(
			'Get',
			ZENDESK,
			{
				authentication: 'apiToken',
				resource: 'ticket',
				operation: 'get',
				id: '={{ $json.id }}',
			},
			zendesk,
		),
	];
	const links = nodes
		.slice(1)
		.map(({ name }, index) => [
			nodes[index]?.name,
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]);
	const connections = Object.fromEntries(links) as Record<string, unknown>;
	return { name: 'Note a conversation', nodes, connections };
}
