import { itemsOf, type Execution } from '../../host/executions';
import { startHost, type Host } from '../../host/host';
import type { Workflow } from '../../host/workflows';
import { HUBSPOT, noteConversation, ZENDESK, type NodeVersion } from './support/noteConversation';

jest.setTimeout(60_000);

let host: Host;
let workflow: Workflow;

beforeAll(async () => {
	host = await startHost({ folder: 'e2e-back-office' });
	workflow = await host.rest.workflows.create(
		noteConversation(credentialsOf('hubspotAppToken'), credentialsOf('zendeskApi')),
	);
	await host.rest.workflows.activate(workflow.id);
}, 180_000);

afterAll(async () => {
	await host.stop();
}, 30_000);

beforeEach(() => {
	host.backOffice.reset();
});

function credentialsOf(type: string) {
	const found = host.credentials.find((one) => one.type === type);
	if (!found) throw new Error(`The host made no credential of type ${type}`);
	return { [type]: { id: found.id, name: found.name } };
}

const conversation = {
	id: 'chat-7',
	email: 'Alex@example.com',
	firstName: 'Alex',
	lastName: 'Example',
	phone: '+1 555 0100',
	text: 'Where is my order?',
};

async function run(body: object): Promise<Execution> {
	const before = await host.rest.executions.count({ workflowId: workflow.id });
	const answer = await fetch(`${host.n8n.url}/webhook/conversation`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
	const [newest] = await host.rest.executions.waitFor(workflow.id, before + 1);
	if (!newest) throw new Error('There is no execution');
	return await host.rest.executions.get(newest.id);
}

test('n8n’s own nodes create a contact, engagements and a ticket', async () => {
	const execution = await run(conversation);
	expect(execution.result.error).toBeUndefined();
	expect(execution.status).toBe('success');

	const { hubspot, zendesk } = host.backOffice;
	expect(hubspot.contacts).toMatchObject([
		{
			properties: {
				email: 'alex@example.com',
				firstname: 'Alex',
				lastname: 'Example',
				phone: '+1 555 0100',
			},
		},
	]);
	const vid = hubspot.contacts[0]?.vid;
	expect(itemsOf(execution, 'Upsert')).toMatchObject([{ vid, isNew: true }]);
	expect(itemsOf(execution, 'Search')).toMatchObject([
		{ id: String(vid), properties: { email: 'alex@example.com', phone: '+1 555 0100' } },
	]);
	const body = 'Where is my order?';
	expect(hubspot.engagementsOf('alex@example.com')).toMatchObject([
		{
			engagement: { type: 'TASK', timestamp: Date.parse('2030-01-02T10:00:00Z') },
			metadata: { subject: 'Chat', body, status: 'COMPLETED' },
		},
		{ engagement: { type: 'CALL' }, metadata: { body, status: 'COMPLETED' } },
		{ engagement: { type: 'NOTE' }, metadata: { body } },
	]);
	expect(zendesk.tickets).toMatchObject([
		{
			subject: 'Chat with Alex',
			external_id: 'chat-7',
			tags: ['chat', 'n8n'],
			status: 'open',
			description: body,
			comments: [
				{ body, public: true },
				{ html_body: '<b>Seen</b>', public: false },
			],
		},
	]);
	const id = zendesk.tickets[0]?.id;
	expect(itemsOf(execution, 'Find')).toMatchObject([{ id, status: 'new' }]);
	expect(itemsOf(execution, 'Get')).toMatchObject([{ id, status: 'open' }]);
});

test('the same person again is the same contact', async () => {
	await run(conversation);
	const again = await run({ ...conversation, firstName: 'Sasha', email: 'alex@example.com' });
	expect(itemsOf(again, 'Upsert')).toMatchObject([{ isNew: false }]);
	expect(host.backOffice.hubspot.contacts).toMatchObject([{ properties: { firstname: 'Sasha' } }]);
});

test.each<[string, 'hubspot' | 'zendesk', string]>([
	['HubSpot', 'hubspot', 'Upsert'],
	['Zendesk', 'zendesk', 'Ticket'],
])('an outage of %s is an error of its node', async (_name, side, nodeName) => {
	host.backOffice[side].failure = 503;
	const { status, result } = await run(conversation);
	expect({ status, last: result.lastNodeExecuted }).toEqual({ status: 'error', last: nodeName });
});

test('what HubSpot says of a wrong address is what n8n says', async () => {
	const { status, result } = await run({ ...conversation, email: 'alex' });
	expect(status).toBe('error');
	expect(result.error?.message).toBe('Email address alex is invalid');
});

describe('in the editor', () => {
	test.each(['hubspotAppToken', 'zendeskApi'])('the test of %s', async (type) => {
		const stored = host.credentials.find((one) => one.type === type);
		if (!stored) throw new Error('no credential');
		expect(await host.rest.credentials.test(stored)).toMatchObject({ status: 'OK' });
		const wrong = { subdomain: 'example', email: 'a@example.com', apiToken: 'x', appToken: 'x' };
		expect(await host.rest.credentials.test(stored, wrong)).toMatchObject({ status: 'Error' });
	});

	test.each<[string, NodeVersion, string, unknown]>([
		['getContactProperties', HUBSPOT, 'hubspotAppToken', 'email'],
		['getContactPropertiesWithType', HUBSPOT, 'hubspotAppToken', 'email|string'],
		['getContactLifeCycleStages', HUBSPOT, 'hubspotAppToken', 'lead'],
		['getOwners', HUBSPOT, 'hubspotAppToken', 41],
		['getGroups', ZENDESK, 'zendeskApi', 31],
		['getTags', ZENDESK, 'zendeskApi', 'chat'],
		['getCustomFields', ZENDESK, 'zendeskApi', 24],
	])('the list %s', async (methodName, type, credential, value) => {
		await run(conversation);
		const authentication = type === HUBSPOT ? 'appToken' : 'apiToken';
		const options = await host.rest.options({
			...type,
			methodName,
			parameters: { authentication },
			credentials: credentialsOf(credential),
		});
		expect(options.map((option) => option.value)).toContain(value);
	});

	test('the list of contacts', async () => {
		await run(conversation);
		const { results } = await host.rest.listSearch({
			...HUBSPOT,
			methodName: 'searchContacts',
			filter: 'alex',
			parameters: { authentication: 'appToken' },
			credentials: credentialsOf('hubspotAppToken'),
		});
		const { vid } = host.backOffice.hubspot.contacts[0] ?? {};
		expect(results).toEqual([{ name: 'alex@example.com', value: vid }]);
	});
});
