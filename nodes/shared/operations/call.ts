import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { jsonParameter, textParameter } from './parameters';
import { pathSegment } from './path';

/** What an operation runs with: the item, and what the user filled in for it. */
export interface Call {
	context: IExecuteFunctions;
	item: number;
	/** A parameter as text; pick lists give the ID that was picked. */
	text: (name: string) => string;
	/** A parameter that holds a JSON object. */
	json: (name: string) => IDataObject;
	/** A collection without what was left empty. */
	collection: (name: string) => IDataObject;
	/** A parameter, or a value in its place, as one part of a path that leads nowhere else. */
	segment: (name: string, more?: { value?: string; hint?: string }) => string;
	/** An error to throw, which names the item: what is wrong, and what to do about it. */
	refuse: (message: string, description: string) => NodeOperationError;
}

const HOW_TO_FILL = 'Enter one, or correct the expression that gives it';

/** The call of an operation for one item; whatever of it throws is a NodeOperationError. */
export function callOf(context: IExecuteFunctions, item: number): Call {
	const text = (name: string) => textParameter(context, name, item);
	const refuse = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex: item, description });
	return {
		context,
		item,
		text,
		json: (name) => jsonParameter(context, name, item),
		collection: (name) => withoutEmpty(context.getNodeParameter(name, item, {}) as IDataObject),
		segment(name, { value = text(name), hint = HOW_TO_FILL } = {}) {
			const segment = pathSegment(value);
			if (segment !== undefined) return segment;
			throw refuse(`The field "${name}" holds no ID: "${value}"`, hint);
		},
		refuse,
	};
}

const isEmpty = (value: unknown) =>
	value === '' || value === undefined || (Array.isArray(value) && value.length === 0);

export const withoutEmpty = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
