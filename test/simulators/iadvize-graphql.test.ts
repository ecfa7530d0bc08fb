import { newConversation, newSurveyResponse } from '../../simulators/iadvize';
import type { TestBed } from './support/iadvize';
import { example, shapeOf, startTestBed } from './support/iadvize';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
beforeEach(() => {
	bed.simulator.reset();
});
afterAll(async () => {
	await bed.simulator.stop();
});

const conversationId = '4c8c7408-f73c-42cd-89e9-afbbee7d9024';
const today = '{ from: "2025-01-15T00:00:00Z", to: "2025-01-15T23:59:59+01:00" }';
const ever = '{ from: "2020-01-01T00:00:00Z", to: "2030-01-01T00:00:00Z" }';

describe('the documented texts', () => {
	test.each([
		['projects', 'query { projects { edges { node { id name } } } }', 'projects'],
		[
			'projects after a cursor',
			'query { projects(first: 10, after: "Y3Vyc29yMQ==") { edges { node { id name } } } }',
			'projects',
		],
		[
			'clients',
			'query { clients(first: 10, after: "Y3Vyc29yMQ==") { edges { node { id name } } } }',
			'clients',
		],
		[
			'connector',
			'query { connector(id: "0000000f-0000-4000-8000-000000000001") { name isPrivate createdAt } }',
			'connector',
		],
		[
			'routing rule',
			`query { routingRule(id: "ef4670c3-d715-4a21-8226-ed17f354fc44") {
				availability { chat { isAvailable } } } }`,
			'routingRule',
		],
	])('%s looks like the example', async (_name, query, file) => {
		const { body } = await bed.graphql(query);
		expect(shapeOf(body)).toEqual(shapeOf(example(`rest/graphql.${file}.response.json`)));
	});

	test('satisfaction survey responses look like the example', async () => {
		const { body } = await bed.graphql(`query {
			satisfactionSurveyResponses(projectIds: [1, 2], interval: ${ever}) {
				edges { node {
					customerSatisfaction netPromoterScore satisfactionComment
					conversation { id createdAt closedAt project { id name }
						agents { id firstName lastName __typename } }
				} }
				pageInfo { endCursor hasNextPage }
			}
		}`);
		const printed = shapeOf(example('rest/graphql.satisfactionSurveyResponses.response.json'));
		// The printed agents are a bot and an expert that differ from each other; the rest is compared.
		const agents = expect.anything() as unknown;
		expect(shapeOf(body)).toEqual(withAgents(printed, agents));
		expect(body).toHaveProperty(
			'data.satisfactionSurveyResponses.edges.0.node.conversation.agents',
			[{ id: 1, firstName: 'Ada', lastName: 'Example', __typename: 'Professional' }],
		);
	});

	test('project, client and introspection', async () => {
		const { body } = await bed.graphql(`query {
			project(projectId: 1549) { id name } client(clientId: 335) { id name }
			nobody: project(projectId: 2) { id }
			__type(name: "Visitor") { name kind fields { name } }
		}`);
		expect(body).toMatchObject({
			data: {
				project: { id: 1549, name: 'Example Shop UK' },
				client: { id: 335, name: 'Example Company' },
				nobody: null,
				__type: { name: 'Visitor', kind: 'OBJECT' },
			},
		});
	});
});

describe('a conversation', () => {
	const query = `query Conversation($id: UUID!) {
		conversation(id: $id) {
			id legacyId createdAt closedAt channel duration
			project { id name }
			visitor { visitorId source externalUserId firstName lastName email phoneNumber createdAt }
		}
	}`;

	test('has the visitor of the example events', async () => {
		const { body } = await bed.graphql(query, { variables: { id: conversationId } });
		expect(body).toMatchObject({
			data: {
				conversation: {
					id: conversationId,
					legacyId: 9001,
					channel: 'CHAT',
					duration: 'PT15M0S',
					closedAt: '2025-01-15T08:55:00Z',
					project: { id: 1, name: 'Example Shop' },
					visitor: {
						visitorId: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
						email: 'visitor@example.com',
						source: 'ONSITE',
					},
				},
			},
		});
	});

	test('is null when unknown', async () => {
		const id = '00000000-0000-4000-8000-000000000000';
		expect((await bed.graphql(query, { variables: { id } })).body).toEqual({
			data: { conversation: null },
		});
	});

	test('fills users only through closedConversations', async () => {
		const { body } = await bed.graphql(`query {
			conversation(id: "${conversationId}") { users { id } }
			closedConversations(interval: ${today}) { edges { node { users { id } } } }
		}`);
		expect(body).toMatchObject({
			data: {
				conversation: { users: null },
				closedConversations: { edges: [{ node: { users: [{ id: 1 }, { id: 2 }] } }] },
			},
		});
	});

	test('tells each hand-over in its messages', async () => {
		const { body } = await bed.graphql(`query {
			conversation(id: "${conversationId}") { messages(last: 1) { edges { node {
				... on SystemMessage { attachment {
					... on ConversationPushedSystemAttachment { createdAt toUser { id __typename } }
				} }
			} } } }
		}`);
		expect(body).toHaveProperty('data.conversation.messages.edges.0.node.attachment', {
			createdAt: '2025-01-15T08:50:00Z',
			toUser: { id: 2, __typename: 'Professional' },
		});
	});

	test('can lose the visitor fields that the newest schema page lacks', async () => {
		bed.simulator.settings.newestVisitorFieldsOnly = true;
		const { body } = await bed.graphql(query, { variables: { id: conversationId } });
		expect(body).toHaveProperty('errors.0.message', expect.stringContaining('"firstName"'));
	});
});

describe('closed conversations', () => {
	test.each([
		['projectIds: [1549]', [9003]],
		['channels: [CHAT]', [9002, 9001]],
		['customerSatisfaction: 2', [9001]],
		['hasConversion: true', [9002]],
		['groupIds: [2]', [9001]],
		[`conversationId: "${conversationId}"`, [9001]],
		['answeredByHuman: false', []],
		['automationLevels: [FULLY_AUTOMATED]', []],
	])('%s', async (filter, ids) => {
		const { body } = await bed.graphql(
			`{ closedConversations(interval: ${ever}, ${filter}) { edges { node { legacyId } } } }`,
		);
		expect(body).toEqual({
			data: {
				closedConversations: { edges: ids.map((legacyId) => ({ node: { legacyId } })) },
			},
		});
	});

	test('need an interval', async () => {
		const { body } = await bed.graphql('{ closedConversations { edges { node { id } } } }');
		expect(body).toHaveProperty('errors.0.message', expect.stringContaining('"interval"'));
	});
});

describe('paging', () => {
	test('surveys come by the hundred, and the cursor leads to the end', async () => {
		const { account } = bed.simulator;
		account.surveyResponses = [];
		for (let i = 0; i < 250; i += 1) {
			const conversation = newConversation(20_000 + i);
			account.conversations.push(conversation);
			account.surveyResponses.push(newSurveyResponse(conversation.id));
		}
		const sizes: number[] = [];
		const seen = new Set<string>();
		let after: string | null = null;
		do {
			const page = await surveys(after);
			sizes.push(page.edges.length);
			for (const { node } of page.edges) seen.add(node.conversation.id);
			after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
		} while (after !== null);
		expect(sizes).toEqual([100, 100, 50]);
		expect(seen.size).toBe(250);
	});

	test('goes backwards as well', async () => {
		const { body } = await bed.graphql(`{ projects(last: 1) {
			edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor }
		} }`);
		expect(body).toEqual({
			data: {
				projects: {
					edges: [{ cursor: 'Y3Vyc29yMg==', node: { id: 1549 } }],
					pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: 'Y3Vyc29yMg==' },
				},
			},
		});
	});

	test.each(['first: -1', 'after: "nonsense"'])('refuses %s', async (argument) => {
		const { body } = await bed.graphql(`{ projects(${argument}) { edges { node { id } } } }`);
		expect(body).toHaveProperty('errors.0.path', ['projects']);
	});

	interface SurveyPage {
		edges: { node: { conversation: { id: string } } }[];
		pageInfo: { endCursor: string; hasNextPage: boolean };
	}

	async function surveys(after: string | null): Promise<SurveyPage> {
		const { body } = await bed.graphql(
			`query ($after: String) {
				satisfactionSurveyResponses(projectIds: [1], interval: ${ever}, after: $after) {
					edges { node { conversation { id } } } pageInfo { endCursor hasNextPage }
				}
			}`,
			{ variables: { after } },
		);
		return (body as { data: { satisfactionSurveyResponses: SurveyPage } }).data
			.satisfactionSurveyResponses;
	}
});

describe('what the vendor would not understand', () => {
	test.each([
		['a field that does not exist', '{ projects { edges { node { label } } } }'],
		['a missing argument', '{ project { id } }'],
		['a text for a LegacyId', '{ project(projectId: "335") { id } }'],
		['something else than a UUID', '{ conversation(id: "63429889") { id } }'],
		[
			'a date without a zone',
			`{ closedConversations(interval: { from: "2025-01-01", to: "2025-01-02" }) { edges { node { id } } } }`,
		],
		[
			'a guessed input type',
			'query ($i: IntervalInput!) { closedConversations(interval: $i) { edges { node { id } } } }',
		],
		[
			'an unknown enum value',
			`{ closedConversations(interval: ${ever}, channels: [chat]) { edges { node { id } } } }`,
		],
		['broken syntax', '{ projects {'],
	])('%s', async (_name, query) => {
		const { status, body } = await bed.graphql(query);
		expect(status).toBe(200);
		expect(body).toHaveProperty('errors.0.message');
		expect(body).toHaveProperty('errors.0.locations');
	});

	test('can have another HTTP status', async () => {
		bed.simulator.settings.graphqlFailureStatus = 400;
		expect((await bed.graphql('{ nothing }')).status).toBe(400);
		expect((await bed.graphql('{ __typename }')).status).toBe(200);
	});
});

test('the platform in the query reaches the same account', async () => {
	const { body } = await bed.graphql('{ projects { edges { node { id } } } }', {
		path: '/graphql?platform=sd',
	});
	expect(body).toHaveProperty('data.projects.edges.length', 2);
	expect(bed.simulator.requests.at(-1)?.query).toEqual({ platform: 'sd' });
});

test('one availability resolves per request, none in a list', async () => {
	const rule = 'routingRule(id: "ef4670c3-d715-4a21-8226-ed17f354fc44")';
	const two = await bed.graphql(
		`{ a: ${rule} { availability { chat { isAvailable } } } b: ${rule} { name availability { call { isAvailable } } } }`,
	);
	expect(two.body).toMatchObject({
		data: { a: { availability: { chat: { isAvailable: true } } }, b: { availability: null } },
		errors: [{ path: ['b', 'availability'] }],
	});
	const list = await bed.graphql(
		'{ routingRules(websiteIds: [1]) { id availability { chat { isAvailable } } } }',
	);
	expect(list.body).toHaveProperty('data.routingRules.0.availability', null);
	expect(list.body).toHaveProperty('errors.length', 2);
	const plain = await bed.graphql('{ routingRules(websiteIds: [1]) { id } }');
	expect(plain.body).not.toHaveProperty('errors');
});

test('custom data has a value field for texts only', async () => {
	const { body } = await bed.graphql(`query {
		visitorConversationCustomData(conversationId: "${conversationId}") {
			customData { __typename ... on VisitorConversationCustomDataEntryString { label key stringValue } }
		}
	}`);
	expect(body).toHaveProperty('data.visitorConversationCustomData.customData', [
		{
			__typename: 'VisitorConversationCustomDataEntryString',
			label: 'Order number',
			key: 'order_number',
			stringValue: 'A-100',
		},
		{ __typename: 'VisitorConversationCustomDataEntryFloat' },
		{ __typename: 'VisitorConversationCustomDataEntryInt' },
		{ __typename: 'VisitorConversationCustomDataEntryBoolean' },
	]);
});

function withAgents(shape: unknown, agents: unknown): unknown {
	const text = JSON.stringify(shape, (key, value: unknown) =>
		key === 'agents' ? 'AGENTS' : value,
	);
	return JSON.parse(text, (_key, value: unknown) => (value === 'AGENTS' ? agents : value));
}
