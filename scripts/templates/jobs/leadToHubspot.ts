import { equals, filter, isNotEmpty } from '../pieces/filter';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../pieces/retry';
import { fields } from '../pieces/set';
import { talkOf } from '../pieces/talk';
import { completeTheEvent, conversationEnded, useAnotherVendor } from '../pieces/vendor';
import { templateOf, type Step } from '../template';

const complete = completeTheEvent(conversationEnded.name);

const mayWeKeepIt = filter('May We Keep It?', [
	['={{ $json.contact.email }}', isNotEmpty],
	['={{ $json.payload.consent }}', equals, 'true'],
]);

const name = "($json.contact.name ?? '').slice(0, 60)";
const facts = `[['Conversation', [$json.vendor, $json.conversation.channel].filter(Boolean).join(', ')], ['ID', $json.conversation.id], ['Link', $json.conversation.url], ['Agent', $json.agent.name], ['At', $json.occurredAt]]
	.filter(([, value]) => value).map((fact) => fact.join(': '))`;
const talk = talkOf('$json.transcript', { lines: 50 });
/** HubSpot shows a note as HTML. */
const escaped = `(line) => line.replace(/[&<>"']/g, (sign) => '&#' + sign.charCodeAt(0) + ';')`;

const lead = fields('Lead', {
	email: '={{ $json.contact.email.toLowerCase() }}',
	firstName: `={{ ${name}.replace(/\\s\\S+$/, '') }}`,
	lastName: `={{ ${name}.match(/\\s(\\S+)$/)?.[1] ?? '' }}`,
	phone: "={{ $json.contact.phone ?? '' }}",
	note: `={{ ${facts}
	.concat(${talk})
	.map(${escaped}).join('<br>') }}`,
});

const asHubspot = (method: 'POST', path: string, body: string) => ({
	method,
	url: `https://api.hubapi.com${path}`,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'hubspotAppToken',
	sendBody: true,
	specifyBody: 'json',
	jsonBody: `={{ JSON.stringify(${body}) }}`,
	options: {},
});

/** By HTTP, as the search of n8n's HubSpot node gives no item for nobody. */
const lookUp: Step = {
	name: 'Look Up in HubSpot',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: asHubspot(
		'POST',
		'/crm/v3/objects/contacts/search',
		"{ limit: 1, properties: ['firstname', 'lastname', 'phone'], filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ', value: $json.email }] }] }",
	),
	onError: 'continueErrorOutput',
};

/** What HubSpot has is not written over: n8n leaves an empty field out. */
const unlessThere = (property: string, field: string) =>
	`={{ $json.results[0]?.properties.${property} ? '' : $('${lead.name}').item.json.${field} }}`;

const createOrEnrich: Step = {
	name: 'Create or Enrich',
	type: 'n8n-nodes-base.hubspot',
	typeVersion: 2.2,
	parameters: {
		authentication: 'appToken',
		email: `={{ $('${lead.name}').item.json.email }}`,
		additionalFields: {
			firstName: unlessThere('firstname', 'firstName'),
			lastName: unlessThere('lastname', 'lastName'),
			phoneNumber: unlessThere('phone', 'phone'),
		},
		options: {},
	},
	onError: 'continueErrorOutput',
};

/** n8n's HubSpot node makes no notes. */
const noteTheConversation: Step = {
	name: 'Note the Conversation',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: asHubspot(
		'POST',
		'/engagements/v1/engagements',
		`{ engagement: { type: 'NOTE' }, associations: { contactIds: [$json.vid] }, metadata: { body: $('${lead.name}').item.json.note } }`,
	),
	onError: 'continueErrorOutput',
};

export const leadToHubspot = templateOf({
	name: 'Capture or enrich a lead in HubSpot',
	note: `## Capture or enrich a lead in HubSpot

Visitors who leave an address in a chat become contacts in HubSpot, or their contacts are completed: what HubSpot has stays as it is. The conversation becomes a note on the contact.

### Set up (4 minutes)
1. Choose credentials in **${conversationEnded.name}** and **${complete.name}**, and the HubSpot service key in **${lookUp.name}**, **${createOrEnrich.name}** and **${noteTheConversation.name}**.
2. In **${mayWeKeepIt.name}**, replace \`payload.consent\` with the field in which your chat stores the visitor's consent, and enter the value that means yes. Delete the condition only if you need no consent.
3. Publish, and enter the trigger's Production URL at the vendor (Zoho SalesIQ registers itself).

${useAnotherVendor}
5. AmplifyReach sends *Contact Information* instead of a conversation, and has nothing to look up: replace **${complete.name}** with *Edit Fields*, *Mode* JSON, with \`{{ $('${conversationEnded.name}').item.json }}\`.

${whenSomethingFails} If HubSpot saved the note but its answer got lost, the note is there twice.`,
	lines: [
		{
			steps: [
				...[conversationEnded, complete, mayWeKeepIt, lead],
				...[lookUp, createOrEnrich, noteTheConversation],
			],
		},
		tryAgainAt(complete.name, { column: 4 }),
	],
	errorsTo: tryAgainLater.name,
});
