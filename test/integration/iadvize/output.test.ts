import type { INodeParameters } from 'n8n-workflow';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';

let bench: IadvizeBench;

beforeAll(async () => {
	bench = await startIadvizeBench();
});

afterAll(async () => {
	await bench.stop();
});

const get = { resource: 'visitor', operation: 'get', visitorId: '63429889' };

async function fieldsOf(output: INodeParameters): Promise<string[]> {
	const { items } = await bench.run({ ...get, ...output });
	return Object.keys(items[0]?.json ?? {});
}

test('Simplified has at most ten fields, each as it is in Raw', async () => {
	const raw = (await bench.run({ ...get, output: 'raw' })).items[0]?.json;
	const simple = (await bench.run({ ...get, output: 'simplified' })).items[0]?.json;
	expect(Object.keys(raw ?? {}).length).toBeGreaterThan(10);
	expect(Object.keys(simple ?? {}).length).toBeLessThanOrEqual(10);
	expect(simple).toMatchObject({ id: 63429889, email: raw?.email });
	expect(raw).toMatchObject(simple ?? {});
});

test('Selected Fields has those that were named and are there, in their order', async () => {
	expect(await fieldsOf({ output: 'selected', outputFields: 'email, id' })).toEqual([
		'email',
		'id',
	]);
	const odd = 'id, nothing, __proto__, constructor, toString';
	expect(await fieldsOf({ output: 'selected', outputFields: odd })).toEqual(['id']);
});

test('Selected Fields without a name says what is missing', async () => {
	const none = { output: 'selected', outputFields: ' , ' };
	await expect(bench.run({ ...get, ...none })).rejects.toMatchObject({
		message: 'Fields is empty',
		context: { itemIndex: 0 },
	});
});

test('an operation with fewer fields has no such choice, and outputs all of them', async () => {
	const { items } = await bench.run({
		resource: 'group',
		operation: 'getMany',
		output: 'selected',
	});
	expect(Object.keys(items[0]?.json ?? {})).toContain('name');
});
