import type { INodeProperties } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import { required, text } from '../../shared/operations/fields';
import { isPlainPath } from '../../shared/operations/path';

/** Fields that several operations share. */

export const toPhone = (name = 'to', displayName = 'To'): INodeProperties =>
	required({
		...text(displayName, name, '15550100102'),
		default: '={{ $json.contact?.phone }}',
		description: 'The phone number with its country code; a plus sign is removed',
	});

export const externalId: INodeProperties = {
	...text('External ID', 'externalId', 'order-1042'),
	description: 'Your own ID for the message',
};

/** Which service keeps the lists is not documented. */
export const listServicePath: INodeProperties = {
	...text('List Service Path', 'listServicePath', '/service/v1'),
	description:
		'What comes before /lists in the address. Messangi does not document it: copy it from an API call of your account, or ask Messangi support.',
};

/**
 * Digits of a phone number, as Messangi's examples have it. A sender may be a word, a recipient
 * not.
 *
 * @throws NodeOperationError when it contains anything else
 */
export function phoneIn({ text: read, refuse }: Call, name: string): string {
	const phone = read(name).replace(/[\s()./-]/g, '');
	if (/^\+?\d{3,20}$/.test(phone)) return phone;
	throw refuse(
		`"${phone}" is not a phone number`,
		'Write it with its country code, such as 15550100102',
	);
}

export const withoutPlus = (phone: string) => phone.replace('+', '');

/** @throws NodeOperationError when the path would lead out of the API */
export function listPath({ text: read, refuse }: Pick<Call, 'text' | 'refuse'>): string {
	const given = read('listServicePath').replace(/(?<!\/)\/+$/, '');
	const path = given === '' || given.startsWith('/') ? given : `/${given}`;
	if (path === '' || isPlainPath(path)) return `${path}/lists`;
	throw refuse(
		`"${given}" is not a path of the API`,
		'It is what comes before /lists in the address, such as /service/v1, or empty',
	);
}
