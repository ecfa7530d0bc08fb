import { isResourceLocatorValue, type INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/ZohoSalesIq/resources';
import { createSigningKey, type SigningKey } from '../../../simulators/salesiq';
import { APP, OTHER_APP, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';
import { ADA, cases, CONVERSATION, events, EXECUTION } from './actionCases';

let bench: SalesIqBench;
let pair: SigningKey;

beforeAll(async () => {
	bench = await startSalesIqBench();
	pair = await createSigningKey();
});

afterEach(async () => {
	await bench.vendor.settled();
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const operations = resources.flatMap(({ option, operations: all }) =>
	all.map((operation) => ({ resource: option.value, operation })),
);

/** A webhook with a delivery that failed; a second key where one is to be removed. */
function addWebhook(address: string, keyCount: number): void {
	const now = String(Date.now());
	const keys = [1, 2]
		.slice(0, keyCount)
		.map((id) => ({ id: String(id), ...pair, creatorId: ADA, created_time: now }));
	const envelope = {
		entity: { id: CONVERSATION },
		entity_type: 'conversation',
		entity_id: CONVERSATION,
		version: '1',
		event_time: now,
	};
	bench.vendor.account.webhooks.push({
		id: '99',
		type: 'data',
		url: address,
		status: 'enabled',
		secured: true,
		keys,
		events: [...events],
		appIds: [APP, OTHER_APP],
		expiryMs: 5_184_000_000,
		creatorId: ADA,
		modifierId: ADA,
		created_time: now,
		modified_time: now,
		executions: [
			{
				id: EXECUTION,
				remoteStatus: 502,
				attempts: 4,
				retries: 0,
				lastExecutionMs: Date.now(),
				occurrence: { event: 'conversation.missed', envelope, appId: APP },
			},
		],
	});
}

describe('every operation', () => {
	test('has a case here', () => {
		const done = cases.map(([resource, operation]) => `${resource}.${operation}`);
		expect(done.sort()).toEqual(
			operations
				.map((one) => `${String(one.resource)}.${String(one.operation.option.value)}`)
				.sort(),
		);
	});

	test.each(cases)('%s: %s', async (resource, operation, parameters, request, answer) => {
		const address = bench.trigger().url;
		if (resource === 'webhook' || resource === 'failedExecution') {
			if (operation !== 'create') addWebhook(address, operation === 'deleteKey' ? 2 : 1);
		}
		const own = 'url' in parameters ? { url: address } : {};
		const { items } = await bench.run({ resource, operation, ...parameters, ...own });
		expect(items.length).toBeGreaterThan(0);
		expect(items[0]).toMatchObject({ json: answer, pairedItem: { item: 0 } });
		const [last] = bench.vendor.requests.slice(-1);
		expect(`${last?.method ?? ''} ${last?.path ?? ''}`).toBe(request);
		expect(last?.headers.authorization).toMatch(/^Zoho-oauthtoken example-access-token-/);

		const { output } = operations.find(
			(one) => one.resource === resource && one.operation.option.value === operation,
		)?.operation ?? { output: undefined };
		for (const { json } of items) expect(output?.safeParse(json).error?.issues).toBeUndefined();
	});

	test.each(cases.filter(([, , parameters]) => JSON.stringify(parameters).includes('__rl')))(
		'%s: %s takes a plain ID where it offers a list',
		async (resource, operation, parameters, request) => {
			const address = bench.trigger().url;
			addWebhook(address, operation === 'deleteKey' ? 2 : 1);
			const own = 'url' in parameters ? { url: address } : {};
			const plain = JSON.parse(JSON.stringify(parameters), (_name, value: unknown) =>
				isResourceLocatorValue(value) ? value.value : value,
			) as INodeParameters;
			await bench.run({ resource, operation, ...plain, ...own });
			const [last] = bench.vendor.requests.slice(-1);
			expect(`${last?.method ?? ''} ${last?.path ?? ''}`).toBe(request);
		},
	);

	test.each(cases.filter(([resource]) => resource === 'conversation'))(
		'%s: %s answers something when SalesIQ answers nothing',
		async (resource, operation, parameters) => {
			bench.vendor.settings.undocumentedAnswer = 'empty';
			const { items } = await bench.run({ resource, operation, ...parameters });
			expect(items.length).toBeGreaterThan(0);
		},
	);
});
