import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import { isObject } from '../../shared/fields';
import { jsonParameter, textParameter } from '../../shared/operations/parameters';
import type { Answer, Operation } from '../../shared/operations/operation';
import { swiftsell, type SwiftsellRequest } from '../api/request';
import { additionalBody } from './fields';

/** What an operation runs with: the item, and its parameters as text. */
export interface Call {
	context: IExecuteFunctions;
	item: number;
	text: (name: string) => string;
	/** A parameter, ready for a path. */
	segment: (name: string) => string;
	ask: (request: SwiftsellRequest) => Promise<IDataObject>;
	/** A body with what the user adds to it, merged at every depth. */
	withAdditions: (body: IDataObject) => IDataObject;
}

interface SwiftsellOperation {
	option: Operation['option'];
	fields: INodeProperties[];
	output: ZodTypeAny;
	run: (call: Call) => Answer | Promise<Answer>;
}

/** An operation whose run is given the item and its parameters as a {@link Call}. */
export function operation({ run, ...parts }: SwiftsellOperation): Operation {
	return { ...parts, run: (context, item) => run(callOf(context, item)) };
}

/** An operation that is seen in connectors of the sister products, and not documented by Swiftsell. */
export function observed({ option, fields, ...parts }: SwiftsellOperation): Operation {
	return operation({
		...parts,
		option: { ...option, description: `Not documented by Swiftsell. ${option.description}.` },
		fields: [...fields, additionalBody],
	});
}

function callOf(context: IExecuteFunctions, item: number): Call {
	const text = (name: string) => textParameter(context, name, item);
	return {
		context,
		item,
		text,
		segment: (name) => {
			const value = text(name);
			// An empty part or dots would make another path of it.
			if (!/^\.*$/.test(value)) return encodeURIComponent(value);
			throw new NodeOperationError(context.getNode(), `The field "${name}" holds no ID`, {
				itemIndex: item,
				description: 'Fill it in; the trigger gives the conversation as conversation.id',
			});
		},
		ask: async (request) => await swiftsell(context, request),
		withAdditions: (body) => merged(body, jsonParameter(context, 'additionalBody', item)),
	};
}

/** Two objects in one, at every depth; where both have a value, the second one's counts. */
export function merged(base: IDataObject, more: IDataObject): IDataObject {
	const entries = Object.entries(more).map(([name, value]) => {
		const old = Object.hasOwn(base, name) ? base[name] : undefined;
		const isBoth = isObject(old) && isObject(value);
		return [name, isBoth ? merged(old as IDataObject, value as IDataObject) : value];
	});
	return { ...base, ...(Object.fromEntries(entries) as IDataObject) };
}
