import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Query parameter that carries the secret, for vendors who can be given nothing but an address. */
export const SECRET_PARAMETER = 'token';

/**
 * How the full address is put together, secret included: by the user, from two ends. n8n copies its own
 * address at a click; the token stays in the credential, because whatever a node shows is shown to all
 * who may use the credential, and they need not know what is in it.
 *
 * @param what begins the sentence, such as "The full address"
 */
export const fullAddressNotice = (
	what: string,
	displayOptions: IDisplayOptions = {},
): INodeProperties => ({
	displayName: `${what} is the Production URL under <b>Webhook URLs</b> above, which a click copies, with <b>?${SECRET_PARAMETER}=</b> and the token of your credential at its end: <b>https://…/webhook?${SECRET_PARAMETER}=&lt;the token of the credential&gt;</b>. Treat it as a password.`,
	name: 'fullAddressNotice',
	type: 'notice',
	default: '',
	displayOptions,
});
