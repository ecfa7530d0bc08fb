import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { isObject, textOf } from '../../shared/fields';
import { jsonParameter, textParameter } from '../../shared/operations/parameters';
import { text } from '../../shared/operations/fields';
import { json } from './fields';
import type { Call } from '../../shared/operations/call';

const ofItems = { displayOptions: { show: { contactsFrom: ['items'] } } };

/** Who the campaign is for: each input item one contact, or a list within one item. */
export const contactFields: INodeProperties[] = [
	{
		displayName: 'Contacts From',
		name: 'contactsFrom',
		type: 'options',
		noDataExpression: true,
		default: 'items',
		options: [
			{ name: 'Input Items', value: 'items', description: 'Each item is one contact' },
			{ name: 'JSON', value: 'json', description: 'A list of contacts in each item' },
		],
	},
	{
		...text('Name', 'name', 'Grace Example'),
		default: '={{ $json.contact?.name ?? $json.name }}',
		...ofItems,
	},
	{
		...text('Phone', 'phone', '15550100101'),
		default: '={{ $json.contact?.phone ?? $json.phone }}',
		description: 'Sent as digits: a plus sign, blanks and brackets are taken off',
		...ofItems,
	},
	{
		...text('Email', 'email', 'grace@example.com'),
		default: '={{ $json.contact?.email ?? $json.email }}',
		description: 'A contact needs a phone number or an email address',
		...ofItems,
	},
	{
		...json('Other Fields (JSON)', 'otherFields', 'Further keys that the Trigger block maps'),
		...ofItems,
	},
	{
		...json('Contacts (JSON)', 'contacts', 'As [{"name": "…", "phone": "…", "email": "…"}]'),
		default: '[]',
		required: true,
		displayOptions: { show: { contactsFrom: ['json'] } },
	},
];

/**
 * The contacts that this run of the operation sends. Those of input items go together in few
 * requests, with the first item; the runs of the others then have none.
 *
 * @throws NodeOperationError that names the item when a contact cannot be reached
 */
export function contactsOf({ context, item }: Call): IDataObject[] {
	if (context.getNodeParameter('contactsFrom', 0) === 'json') return contactList(context, item);
	if (item > 0) return [];
	return [...context.getInputData().keys()].map((index) => {
		const phone = textParameter(context, 'phone', index).replace(/[+\s()./-]/g, '');
		const email = textParameter(context, 'email', index);
		if (phone === '' && email === '') throw unreachable(context, index, `Item ${index}`);
		return {
			name: textParameter(context, 'name', index),
			phone,
			email,
			...jsonParameter(context, 'otherFields', index),
		};
	});
}

function contactList(context: Call['context'], item: number): IDataObject[] {
	const given: unknown = context.getNodeParameter('contacts', item);
	const value = typeof given === 'string' ? parsed(given) : given;
	const list: unknown[] = Array.isArray(value) ? value : [value];
	if (!list.every(isObject)) {
		throw new NodeOperationError(context.getNode(), 'The contacts are no JSON list of objects', {
			itemIndex: item,
			description: 'Write them as [{"name": "…", "phone": "…", "email": "…"}]',
		});
	}
	const lost = list.findIndex((one) => textOf(one.phone) === null && textOf(one.email) === null);
	if (lost >= 0) throw unreachable(context, item, `Contact ${lost} of item ${item}`);
	return list as IDataObject[];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const unreachable = (context: Call['context'], itemIndex: number, who: string) =>
	new NodeOperationError(context.getNode(), `${who} has neither phone nor email`, {
		itemIndex,
		description:
			'A campaign reaches no one without: take the contact out, with a Filter node before this one. Nothing has been sent.',
	});
