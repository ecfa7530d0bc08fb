import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import type { Call } from '../../shared/operations/call';
import type { Operation } from '../../shared/operations/operation';
import { additionalBody } from './fields';

/** An operation that is seen in connectors of the sister products, and not documented by Swiftsell. */
export const observed = ({ option, fields, ...parts }: Operation): Operation => ({
	...parts,
	option: { ...option, description: `Not documented by Swiftsell. ${option.description}.` },
	fields: [...fields, additionalBody],
});

/** A body with what the user adds to it. */
export const withAdditions = (call: Call, body: IDataObject): IDataObject =>
	merged(body, call.json('additionalBody'));

/** Two objects in one, at every depth; where both have a value, the second one's counts. */
export function merged(base: IDataObject, more: IDataObject): IDataObject {
	const entries = Object.entries(more).map(([name, value]) => {
		const old = Object.hasOwn(base, name) ? base[name] : undefined;
		const isBoth = isObject(old) && isObject(value);
		return [name, isBoth ? merged(old as IDataObject, value as IDataObject) : value];
	});
	return { ...base, ...(Object.fromEntries(entries) as IDataObject) };
}
