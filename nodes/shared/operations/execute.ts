import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';
import { callOf } from './call';
import { isLockOut, toNodeError } from './errors';
import type { Answer, Operation, Resource } from './operation';
import { limitOf, take } from './paging';

/** Runs the chosen operation for each item, and says of each failure which item it was. */
export async function executeOperations(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	let lockOut: NodeApiError | NodeOperationError | undefined;
	for (const item of context.getInputData().keys()) {
		try {
			// A login that was refused once is not tried again for each item: vendors block who insists.
			if (lockOut) throw lockOut;
			const operation = pickOperation(context, resources, item);
			const rows = await rowsOf(context, item, await operation.run(callOf(context, item)));
			output.push(...rows.map((json) => ({ json, pairedItem: { item } })));
		} catch (error) {
			const nodeError = toNodeError(context, error, item);
			if (!context.continueOnFail()) throw nodeError;
			if (isLockOut(nodeError)) lockOut = nodeError;
			output.push({ json: { error: nodeError.message }, pairedItem: { item } });
		}
	}
	return [output];
}

function pickOperation(
	context: IExecuteFunctions,
	resources: readonly Resource[],
	item: number,
): Operation {
	const resource = context.getNodeParameter('resource', item);
	const name = context.getNodeParameter('operation', item);
	const operation = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === name);
	if (operation) return operation;
	throw new NodeOperationError(context.getNode(), `There is no operation ${resource}: ${name}`, {
		description: 'Choose resource and operation from the lists',
	});
}

async function rowsOf(
	context: IExecuteFunctions,
	item: number,
	answer: Answer,
): Promise<IDataObject[]> {
	if (isAsyncIterable(answer)) return await take(answer, limitOf(context, item));
	return Array.isArray(answer) ? answer : [answer];
}

function isAsyncIterable(answer: Answer): answer is AsyncIterable<IDataObject> {
	return Symbol.asyncIterator in answer;
}
