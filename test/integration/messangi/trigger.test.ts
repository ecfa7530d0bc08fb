import type { INodeParameters } from 'n8n-workflow';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook, type Call } from '../../support/run';
import { exampleOf } from '../../support/vendorExamples';

const token = 'ExampleWebhookToken0123456789abcdef';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

// What Messangi shares with the others that sign nothing is in ../ownToken.
const call = (parameters: INodeParameters, brought: Partial<Call>) =>
	runWebhook(
		{
			pack,
			node: 'messangiTrigger',
			parameters: { events: ['*'], ...parameters },
			credentials: { messangiWebhookApi: { token } },
		},
		{ rawBody: exampleOf('messangi', 'chatbot-interaction-option'), ...brought },
	);

const inHeader = { headers: { 'x-messangi-token': token } };
const inQuery = { query: { token } };
const twice = { query: { token: [token, token] } };

test.each<[string, Partial<Call>]>([
	['header', inHeader],
	['query', inQuery],
	['headerOrQuery', inHeader],
	['headerOrQuery', inQuery],
])('authentication by %s takes %j', async (authentication, brought) => {
	const { items } = await call({ authentication }, brought);
	expect(items).toHaveLength(1);
	expect(JSON.stringify(items)).not.toContain(token);
});

test.each<[string, Partial<Call>]>([
	['header', inQuery],
	['query', inHeader],
	['query', twice],
	['headerOrQuery', { ...inHeader, ...twice }],
])('authentication by %s refuses %j', async (authentication, brought) => {
	const { status, items, answer, log } = await call({ authentication }, brought);
	expect({ status, items }).toEqual({ status: 401, items: undefined });
	expect(JSON.stringify([answer, log])).not.toContain(token);
});
