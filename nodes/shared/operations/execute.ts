import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { callOf, type Call } from './call';
import { isLockOut, toNodeError } from './errors';
import type { Answer, Operation, Resource } from './operation';
import { limitOf, take } from './paging';
import { shownOf } from './rowOutput';

/** Runs the chosen operation for each item, and says of each failure which item it was. */
export async function executeOperations(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	let lockOut: NodeApiError | NodeOperationError | undefined;
	for (const item of context.getInputData().keys()) {
		try {
			// A refused login is not tried again for each item: repeated failed logins get an account
			// blocked.
			if (lockOut) throw lockOut;
			const operation = pickOperation(callOf(context, item), resources);
			const call = callOf(context, item, operation.fields);
			const all = await rowsOf(call, await operation.run(call));
			const rows = operation.simple ? shownOf(call, all, operation.simple) : all;
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

function pickOperation({ text, refuse }: Call, resources: readonly Resource[]): Operation {
	const resource = text('resource');
	const name = text('operation');
	const operation = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === name);
	if (operation) return operation;
	throw refuse(
		`There is no operation ${resource}: ${name}`,
		'Choose resource and operation from the lists',
	);
}

async function rowsOf(call: Call, answer: Answer): Promise<IDataObject[]> {
	if (isAsyncIterable(answer)) return await take(answer, limitOf(call));
	return Array.isArray(answer) ? answer : [answer];
}

function isAsyncIterable(answer: Answer): answer is AsyncIterable<IDataObject> {
	return Symbol.asyncIterator in answer;
}
