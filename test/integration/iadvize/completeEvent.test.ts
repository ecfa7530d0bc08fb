import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { describe as describeEvent } from '../../../nodes/Iadvize/describe';
import { restResources } from '../../../nodes/Iadvize/resources';
import { conversation } from '../../../nodes/Iadvize/resources/conversation';
import { completedEvent } from '../../../nodes/shared/completedEvent';
import { nothingSaid } from '../../../nodes/shared/describing';
import { newConversation } from '../../../simulators/iadvize';
import { exampleEvent } from '../../support/examples';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';
import { workflowOf } from '../../support/pack';

let bench: IadvizeBench;

beforeAll(async () => {
	bench = await startIadvizeBench();
});

afterEach(() => {
	bench.vendor.reset();
});

afterAll(async () => {
	await bench.stop();
});

const operation = { resource: 'conversation', operation: 'completeEvent' };
const eventOf = (payload: IDataObject) => describeEvent(payload, 'delivery-1') as IDataObject;
const closed = eventOf(exampleEvent('v2.conversation.closed') as IDataObject);
const paths = () => bench.vendor.requests.map(({ path }) => path);

/** As behind the trigger: the field is left as it is, so it gives the item. */
async function complete(json: IDataObject, parameters: INodeParameters = {}) {
	const { items } = await bench.run({ ...operation, ...parameters }, [{ json }]);
	return items[0]?.json ?? {};
}

const failure = async (run: Promise<unknown>) =>
	await run.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; context: object },
	);

/** A conversation whose event says its UUID and no more. */
function bareEvent(given: Parameters<typeof newConversation>[1] = {}): IDataObject {
	const added = newConversation(9100, given);
	bench.vendor.account.conversations.push(added);
	return eventOf({ eventType: 'v2.conversation.closed', conversationId: added.id });
}

test("the trigger's event is completed, and all else of the item is kept", async () => {
	const given = { ...closed, settings: { to: 'team@example.com' } };
	const item = await complete(given);
	expect(completedEvent.safeParse(item).error?.issues).toBeUndefined();
	expect(item).toMatchObject({
		...given,
		inbox: { id: '1', name: 'Example Shop', kind: 'project' },
		conversation: {
			vendorChannel: 'CHAT',
			status: 'closed',
			endedAt: '2019-04-12T07:58:35.171Z',
			startedAt: expect.stringMatching(/Z$/) as string,
		},
		contact: {
			id: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
			name: 'Ada Example',
			email: 'visitor@example.com',
			phone: '+33100000001',
		},
		// The event tells two operators; iAdvize names this one.
		agent: { id: '2', name: 'Bo Example', email: expect.stringContaining('@') as string },
		transcript: [
			{ at: expect.stringMatching(/Z$/) as string, from: 'visitor', name: 'Ada Example' },
			{ from: 'agent', name: null, text: 'It leaves today.' },
			{ at: null, from: 'system', text: 'OPERATOR_CHAT_CLOSE' },
		],
	});
	expect(JSON.stringify(item)).not.toContain('sso_key');
	expect(paths().slice(1)).toEqual([
		'/graphql',
		'/api/2/conversation.json-unicode/9001',
		'/api/2/operator',
	]);
});

test('every kind of entry has its speaker, and one that is not documented has none', async () => {
	const at = '2024-01-01 10:00:00';
	const types = [1, 2, 3, 5, 6, 7, 99];
	const event = bareEvent({ history: types.map((type) => [type, at, `Text ${type}`]) });
	const { transcript } = await complete(event);
	expect((transcript as IDataObject[]).map(({ from }) => from)).toEqual([
		...['agent', 'visitor', 'system', null, 'agent', 'visitor', null],
	]);
	expect((transcript as IDataObject[]).map(({ text }) => text)).toEqual(
		types.map((type) => `Text ${type}`),
	);
});

test('the operator of the event is looked up; one that iAdvize does not list is not a failure', async () => {
	const pushed = eventOf(exampleEvent('v2.conversation.pushed') as IDataObject);
	const conversationId = (closed.conversation as IDataObject).id as string;
	const about = (id: string) => ({
		...pushed,
		conversation: { ...nothingSaid.conversation, id: conversationId, channel: 'chat' },
		agent: { id, name: null, email: null, kind: null },
	});
	expect(await complete(about('1'))).toMatchObject({ agent: { id: '1', name: 'Ada Example' } });
	expect(await complete(about('456678'))).toMatchObject({ agent: { id: '456678', name: null } });
});

test('off the website there is no transcript, and the rest is filled in', async () => {
	const visitor = bench.vendor.account.visitors.find(({ firstName }) => firstName === 'Bo');
	const event = bareEvent({ channel: 'WHATSAPP', visitorId: visitor?.visitorId });
	const item = await complete(event);
	expect(item).toMatchObject({
		conversation: { channel: 'whatsapp', vendorChannel: 'WHATSAPP' },
		contact: { name: 'Bo Example', email: null },
		transcript: [],
	});
	expect(paths()).not.toContain('/api/2/conversation.json-unicode/9100');
});

test('an event of the old form has an ID of the REST API, which GraphQL is not asked for', async () => {
	const item = await complete(eventOf({ eventType: 'conversation.closed', conversationId: 9001 }));
	// Its visitor is found by the unique ID that the history names.
	expect(item).toMatchObject({
		conversation: { id: '9001' },
		contact: { id: null, name: 'Ada Example', email: 'visitor@example.com' },
	});
	expect(item.transcript).toHaveLength(3);
	expect(paths()).not.toContain('/graphql');
});

test('an event without a conversation comes back, and nothing is asked', async () => {
	const event = eventOf(exampleEvent('user.connected') as IDataObject);
	expect(await complete(event)).toEqual({
		...event,
		transcript: [],
		lookedUp: [],
		recentEvents: null,
	});
	expect(paths()).toEqual([]);
});

test('an ID that is not one is refused', async () => {
	const event = eventOf({ eventType: 'v2.conversation.closed', conversationId: '../x' });
	const error = await failure(complete(event, { api: 'graphQl' }));
	expect(error).toMatchObject({
		message: 'The ID of the conversation must be a UUID, and is "../x"',
		context: { itemIndex: 0 },
	});
	expect(paths()).toEqual([]);
});

test("another vendor's event, and an item that is no event", async () => {
	const other = await failure(complete({ ...closed, vendor: 'zohoSalesIq' }));
	expect(other.message).toBe('This event is not from iAdvize: its vendor is "zohoSalesIq"');
	const none = await failure(complete({ id: 1 }));
	expect(none.message).toBe('The field "Event" does not contain an event');
	expect(paths()).toEqual([]);
});

test('a query of your own', async () => {
	const query = 'query ($id: UUID!) { conversation(id: $id) { visitor { email } } }';
	const item = await complete(closed, { options: { query } });
	expect(item).toMatchObject({
		// What it does not ask for comes from elsewhere.
		contact: { name: 'Ada Example', email: 'visitor@example.com' },
	});
	expect(item.transcript).toHaveLength(3);
});

describe('credentials', () => {
	/** The credentials that n8n asks for. */
	function shown(parameters: INodeParameters): string[] {
		const { node, nodeType } = workflowOf(bench.pack, 'iadvize', parameters);
		return (nodeType.description.credentials ?? [])
			.filter((one) =>
				NodeHelpers.displayParameter(node.parameters, one, node, nodeType.description),
			)
			.map(({ name }) => name);
	}

	test('both, or the one of the chosen API', () => {
		expect(shown(operation)).toEqual(['iadvizeRestApi', 'iadvizeGraphQlApi']);
		expect(shown({ ...operation, api: 'graphQl' })).toEqual(['iadvizeGraphQlApi']);
		expect(shown({ ...operation, api: 'rest' })).toEqual(['iadvizeRestApi']);
	});

	test('no other operation asks for more than before', () => {
		const others = conversation.operations.filter(({ option }) => option.value !== 'completeEvent');
		expect(others).toHaveLength(3);
		// A saved node that names no operation.
		expect(shown({ resource: 'conversation' })).toEqual(['iadvizeGraphQlApi']);
		for (const { option } of others) {
			expect(shown({ resource: 'conversation', operation: option.value })).toEqual([
				'iadvizeGraphQlApi',
			]);
		}
		for (const { option, operations } of restResources) {
			for (const one of operations) {
				const chosen = { resource: option.value, operation: one.option.value };
				expect(shown(chosen as INodeParameters)).toEqual(['iadvizeRestApi']);
			}
		}
	});
});
