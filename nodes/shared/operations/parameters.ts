import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../fields';

/**
 * A JSON parameter as an object; n8n gives it as text, or as an object when it is an expression.
 *
 * @throws NodeOperationError when it is neither
 */
export function jsonParameter(context: IExecuteFunctions, name: string, item: number): IDataObject {
	const given = context.getNodeParameter(name, item, {}) as unknown;
	const value = typeof given === 'string' ? parsed(given) : given;
	if (isObject(value)) return value as IDataObject;
	throw new NodeOperationError(context.getNode(), `The field "${name}" holds no JSON object`, {
		itemIndex: item,
		description: 'Write it as {"name": "value"}',
	});
}

function parsed(text: string): unknown {
	try {
		return text.trim() === '' ? {} : JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A parameter's value as text; pick lists give the ID that was picked. */
export function textParameter(context: IExecuteFunctions, name: string, item: number): string {
	const value: unknown = context.getNodeParameter(name, item, '', { extractValue: true });
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
