import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { textParameter } from '../../shared/operations/parameters';
import { isPlainPath } from '../../shared/operations/path';
import { required, text } from '../../shared/operations/fields';

/** Fields that several operations share. */

export const toPhone = (name = 'to', displayName = 'To'): INodeProperties =>
	required({
		...text(displayName, name, '15550100102'),
		default: '={{ $json.contact?.phone }}',
		description: 'The phone number with its country code; a plus sign is taken off',
	});

export const collection = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});

export const externalId: INodeProperties = {
	...text('External ID', 'externalId', 'order-1042'),
	description: 'Your own ID of the message',
};

/** Which service keeps the lists is not documented. */
export const listServicePath: INodeProperties = {
	...text('List Service Path', 'listServicePath', '/service/v1'),
	description:
		'What stands before /lists in the address. Messangi does not document it: take it from an API call of your account, or ask Messangi support.',
};

/**
 * Digits of a phone number, as Messangi's examples have it. A sender may be a word, a recipient not.
 *
 * @throws NodeOperationError when it holds anything else
 */
export function phoneParameter(context: IExecuteFunctions, name: string, item: number): string {
	const phone = textParameter(context, name, item).replace(/[\s()./-]/g, '');
	if (/^\+?\d{3,20}$/.test(phone)) return phone;
	throw new NodeOperationError(context.getNode(), `"${phone}" is no phone number`, {
		itemIndex: item,
		description: 'Write it with its country code, such as 15550100102',
	});
}

export const withoutPlus = (phone: string) => phone.replace('+', '');

/** @throws NodeOperationError when the path would lead out of the API */
export function listPath(context: IExecuteFunctions, item: number): string {
	const given = textParameter(context, 'listServicePath', item).replace(/(?<!\/)\/+$/, '');
	const path = given === '' || given.startsWith('/') ? given : `/${given}`;
	if (path === '' || isPlainPath(path)) return `${path}/lists`;
	throw new NodeOperationError(context.getNode(), `"${given}" is no path of the API`, {
		itemIndex: item,
		description: 'It is what stands before /lists in the address, such as /service/v1, or empty',
	});
}

/**
 * A parameter, ready for a path.
 *
 * @throws NodeOperationError when it is empty or would make another path of it
 */
export function segment(context: IExecuteFunctions, name: string, item: number): string {
	const value = textParameter(context, name, item);
	if (!/^\.*$/.test(value)) return encodeURIComponent(value);
	throw new NodeOperationError(context.getNode(), `The field "${name}" holds no ID`, {
		itemIndex: item,
		description: 'Fill it in; the trigger gives the campaign as payload.campaignId',
	});
}

/** A collection without what was left empty. */
export function filledIn(context: IExecuteFunctions, item: number): Record<string, string> {
	const given = context.getNodeParameter('additionalFields', item) as Record<string, string>;
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
