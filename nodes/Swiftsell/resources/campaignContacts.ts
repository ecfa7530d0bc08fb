import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject, textOf } from '../../shared/fields';
import { callOf, type Call } from '../../shared/operations/call';
import { json, text } from '../../shared/operations/fields';

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
		description: 'Where the contacts come from',
	},
	{
		...text('Name', 'name', 'Grace Example', 'Name of the contact'),
		default: '={{ $json.contact?.name ?? $json.name }}',
		...ofItems,
	},
	{
		...text('Phone', 'phone', '15550100101'),
		default: '={{ $json.contact?.phone ?? $json.phone }}',
		description: 'Sent as digits: a plus sign, spaces and parentheses are removed',
		...ofItems,
	},
	{
		...text('Email', 'email', 'grace@example.com'),
		default: '={{ $json.contact?.email ?? $json.email }}',
		description: 'A contact needs a phone number or an email address',
		...ofItems,
	},
	{
		...json('Other Fields (JSON)', 'otherFields', 'Other keys that the Trigger block maps'),
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
export function contactsOf(call: Call): IDataObject[] {
	if (call.text('contactsFrom') === 'json') return contactList(call);
	if (call.item > 0) return [];
	return [...call.getInputData().keys()].map((item) => contactOf(callOf(call.context, item)));
}

function contactOf(call: Call): IDataObject {
	const phone = call.text('phone').replace(/[+\s()./-]/g, '');
	const email = call.text('email');
	if (phone === '' && email === '') throw unreachable(call, `Item ${call.item}`);
	return { name: call.text('name'), phone, email, ...call.json('otherFields') };
}

function contactList(call: Call): IDataObject[] {
	const given: unknown = call.getNodeParameter('contacts', call.item);
	const value = typeof given === 'string' ? parsed(given) : given;
	const list: unknown[] = Array.isArray(value) ? value : [value];
	if (!list.every(isObject)) {
		throw call.refuse(
			'The contacts are not a JSON list of objects',
			'Write them as [{"name": "…", "phone": "…", "email": "…"}]',
		);
	}
	const lost = list.findIndex((one) => textOf(one.phone) === null && textOf(one.email) === null);
	if (lost >= 0) throw unreachable(call, `Contact ${lost} of item ${call.item}`);
	return list as IDataObject[];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const unreachable = ({ refuse }: Call, who: string) =>
	refuse(
		`${who} has neither phone nor email`,
		'A campaign needs one of the two: remove the contact, with a Filter node before this one. Nothing has been sent.',
	);
