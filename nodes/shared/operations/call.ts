import {
	NodeOperationError,
	isResourceLocatorValue,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { flagOf, isObject, numberOf } from '../fields';
import { pathSegment } from './path';

/** What an operation runs with: n8n's context, for one item, and what the user filled in for it. */
export interface Call extends IExecuteFunctions {
	/** n8n's context itself, the same for all items of a run. */
	context: IExecuteFunctions;
	item: number;
	/** A parameter as text; pick lists give the ID that was picked. */
	text: (name: string) => string;
	/** A parameter with several texts: a list, or one text with commas or spaces between them. */
	list: (name: string) => string[];
	/** A parameter with a JSON object. */
	json: (name: string) => IDataObject;
	number: (name: string) => number;
	flag: (name: string) => boolean;
	/** A collection without what was left empty. */
	collection: (name: string) => IDataObject;
	/** A parameter, or a value in its place, as one part of a path that leads nowhere else. */
	segment: (name: string, more?: { value?: string; hint?: string }) => string;
	/** What the user reads above a field. */
	label: (name: string) => string;
	/** An error to throw, which names the item: what is wrong, and what to do about it. */
	refuse: (message: string, description: string) => NodeOperationError;
}

const HOW_TO_FILL = 'Enter one, or correct the expression that provides it';

/**
 * The call of an operation for one item; whatever of it throws is a NodeOperationError.
 *
 * @param fields of the operation, for errors that name one
 */
export function callOf(
	context: IExecuteFunctions,
	item: number,
	fields: readonly INodeProperties[] = [],
): Call {
	const given = (name: string): unknown =>
		context.getNodeParameter(name, item, '', { extractValue: true });
	const text = (name: string) => textOf(given(name));
	const refuse = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex: item, description });
	const label = (name: string) => fields.find((field) => field.name === name)?.displayName ?? name;
	const own = {
		context,
		item,
		text,
		label,
		list: (name: string) => textsIn(given(name)),
		number: (name: string) => numberOf(given(name)) ?? 0,
		flag: (name: string) => flagOf(given(name)) ?? false,
		json(name: string): IDataObject {
			const value = objectIn(context.getNodeParameter(name, item, {}));
			if (value) return value;
			throw refuse(
				`${label(name)} does not contain a JSON object`,
				'Write it as {"name": "value"}',
			);
		},
		collection: (name: string) =>
			withoutEmpty(located(context.getNodeParameter(name, item, {}) as IDataObject)),
		segment(name: string, { value = text(name), hint = HOW_TO_FILL } = {}) {
			const segment = pathSegment(value);
			if (segment !== undefined) return segment;
			const fault = value.trim() === '' ? 'is empty' : `cannot be "${value}"`;
			throw refuse(`${label(name)} ${fault}`, hint);
		},
		refuse,
	};
	return Object.assign(Object.create(context) as IExecuteFunctions, own);
}

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Several texts, whether they came as a list or as one text: an expression gives either. */
export const textsIn = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[\s,;]+/)).filter(Boolean);

/** n8n gives JSON as text, or as an object when it is an expression. */
function objectIn(value: unknown): IDataObject | undefined {
	if (isObject(value)) return value as IDataObject;
	if (typeof value !== 'string') return undefined;
	try {
		return value.trim() === '' ? {} : objectIn(JSON.parse(value));
	} catch {
		return undefined;
	}
}

const isEmpty = (value: unknown) =>
	typeof value === 'object' && value !== null
		? Object.keys(value).length === 0
		: value === '' || value === undefined;

/** Some values without empty texts, lists and objects. */
export const withoutEmpty = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

/** As {@link Call.text} gives the ID of a locator that stands by itself. */
const withoutBlanks = <Value>(value: Value) => (typeof value === 'string' ? value.trim() : value);

/** n8n takes the ID out of a resource locator, but not of one in a collection. */
const located = (values: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			isResourceLocatorValue(value) ? withoutBlanks(value.value) : value,
		]),
	);
