import { randomUUID } from 'node:crypto';
import { itemsOf } from '../../host/executions';
import { startHost, type Host } from '../../host/host';
import { iadvizeVendor } from '../../host/vendors/iadvize';
import { salesIqVendor } from '../../host/vendors/salesiq';
import { startIadvizeSimulator } from '../../simulators/iadvize';
import { startSalesIqSimulator, type SalesIqSimulator } from '../../simulators/salesiq';

jest.setTimeout(60_000);

const PACK = 'n8n-nodes-conversations';
let host: Host;
let salesIq: SalesIqSimulator;
let portal: object | undefined;

beforeAll(async () => {
	const iadvize = iadvizeVendor(await startIadvizeSimulator());
	salesIq = await startSalesIqSimulator();
	const vendor = salesIqVendor(salesIq);
	portal = vendor.parameters;
	host = await startHost({ folder: 'e2e-agents', vendors: [iadvize, vendor] });
}, 180_000);

afterAll(async () => {
	await host.stop();
}, 30_000);

afterEach(() => {
	host.backOffice.reset();
});

const credentialsOf = (...types: string[]) =>
	Object.fromEntries(
		host.credentials
			.filter(({ type }) => types.includes(type))
			.map(({ type, id, name }) => [type, { id, name }]),
	);

/** An agent of n8n with one operation as its tool, asked once: what it answered, or why it could not. */
async function ask(node: string, operation: string) {
	const known = (await host.rest.nodeTypes()).find(({ name }) => name === `${PACK}.${node}`);
	const needed = known?.credentials?.map(({ name }) => name) ?? [];
	const step = (name: string, type: string, typeVersion: number, more: object) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: {},
		...more,
	});
	const to = (name: string, type: string) => ({ [type]: [[{ node: name, type, index: 0 }]] });
	const { id } = await host.rest.workflows.create({
		name: `Agent ${randomUUID()}`,
		nodes: [
			step('Ask', 'n8n-nodes-base.manualTrigger', 1, {}),
			step('Agent', '@n8n/n8n-nodes-langchain.agent', 2, {
				parameters: { promptType: 'define', text: 'What is it about?', options: {} },
			}),
			step('Chat Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				parameters: { model: { __rl: true, mode: 'id', value: 'any' }, options: {} },
				credentials: credentialsOf('openAiApi'),
			}),
			step('Look Up', `${PACK}.${node}Tool`, 1, {
				parameters: {
					resource: 'conversation',
					operation,
					...(node === 'zohoSalesIq' && portal),
					conversationId: "={{ $fromAI('id', 'ID of the conversation', 'string') }}",
				},
				credentials: credentialsOf(...needed),
			}),
		],
		connections: {
			Ask: to('Agent', 'main'),
			'Chat Model': to('Agent', 'ai_languageModel'),
			'Look Up': to('Agent', 'ai_tool'),
		},
	});
	await host.rest.workflows.run(id, 'Ask');
	const [newest] = await host.rest.executions.waitFor(id, 1, 40_000);
	const execution = await host.rest.executions.get(newest?.id ?? '');
	return { answer: itemsOf(execution, 'Agent')[0]?.output, error: execution.result.error?.message };
}

/** A model that calls the one tool it is offered, and then repeats what the tool said. */
function callingWith(input: object) {
	const { openAi } = host.backOffice;
	openAi.think = ({ messages, tools = [] }) => {
		const last = messages.at(-1);
		if (last?.role === 'tool') return `It says: ${JSON.stringify(last.content)}`;
		return { tool: tools[0]?.function.name ?? '', input };
	};
	return () => openAi.asked[0]?.tools?.[0]?.function;
}

test.each([
	{
		node: 'iadvize',
		operation: 'get',
		id: '4c8c7408-f73c-42cd-89e9-afbbee7d9024',
		says: 'visitor',
	},
	{ node: 'zohoSalesIq', operation: 'get', id: '17000000004021', says: 'visitor' },
	{ node: 'zohoSalesIq', operation: 'getMessages', id: '17000000004021', says: 'text' },
])('an agent calls $operation of $node', async ({ node, operation, id, says }) => {
	const offered = callingWith({ id });
	const { answer, error } = await ask(node, operation);
	expect({ error, answer }).toEqual({
		error: undefined,
		answer: expect.stringContaining(says) as string,
	});
	expect(offered()?.description).toContain('conversation');
	expect(JSON.stringify(offered()?.parameters)).toContain('of the conversation');
});

test('what a model makes up as an ID is no path: it stays one part of the address', async () => {
	callingWith({ id: '../operators' });
	const { answer } = await ask('zohoSalesIq', 'get');
	expect(answer).toMatch(/^It says: /);
	const paths = salesIq.requests.map(({ path }) => path);
	expect(paths).toContainEqual(expect.stringMatching(/\/conversations\/\.\.%2Foperators$/i));
	expect(paths).not.toContainEqual(expect.stringMatching(/\/operators$/));
});
