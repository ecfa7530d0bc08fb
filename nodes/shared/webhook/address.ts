import type {
	IDisplayOptions,
	ILoadOptionsFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { secretsIn } from './ownSecret';

/** Query parameter that carries the secret, for vendors who can be given nothing but an address. */
export const SECRET_PARAMETER = 'token';

/**
 * Two fields that make the full address, secret included, for the user to paste at the vendor. n8n
 * shows its own address without a query and tells it to no list of options, so the user copies it
 * once. The list is asked for with the credential, and keeps the secret out of the workflow: what is
 * chosen in it is only a word.
 */
export function fullAddressFields(
	vendor: string,
	displayOptions: IDisplayOptions = {},
): INodeProperties[] {
	return [
		{
			displayName: 'Production URL',
			name: 'productionUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/…',
			displayOptions,
			description: `Copy it from Webhook URLs above. It is used for nothing but the next field, which shows the address that ${vendor} needs.`,
		},
		{
			...optionsFrom('getFullAddress', ['productionUrl']),
			displayName: 'Full Address',
			name: 'fullAddress',
			displayOptions,
			description: `Open the list, choose the address and copy it to ${vendor}. It holds the token of the credential, so treat it as a password.`,
		},
	];
}

const optionsFrom = (loadOptionsMethod: string, loadOptionsDependsOn: string[]) => ({
	type: 'options' as const,
	typeOptions: { loadOptionsMethod, loadOptionsDependsOn },
	default: '',
});

/** The one option of the list: the address with the secret, or what is missing for it. */
export async function fullAddressOptions(
	context: ILoadOptionsFunctions,
	credentialType: string,
): Promise<INodePropertyOptions[]> {
	const given = context.getCurrentNodeParameter('productionUrl');
	const text = typeof given === 'string' ? given.trim() : '';
	if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
		return [{ name: 'Paste the Production URL Into the Field Above First', value: '' }];
	}
	const [secret] = secretsIn(await context.getCredentials(credentialType).catch(() => undefined));
	if (secret === undefined) return [{ name: 'Enter a Token in the Credential First', value: '' }];
	const address = new URL(text);
	address.searchParams.set(SECRET_PARAMETER, secret);
	const isTest = address.pathname.includes('/webhook-test/');
	return [
		{
			name: address.href,
			value: 'shown',
			...(isTest && { description: 'A Test URL: it answers only while you listen here' }),
		},
	];
}
