import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

/**
 * The lifecycle of a webhook that the user enters in the vendor's dashboard, because the vendor has
 * no API for it. There is nothing to register and nothing to remove: `create` only checks what can
 * be checked, and says what is missing.
 *
 * @param check throws what keeps the vendor's calls from being taken
 */
export function dashboardWebhook(check: (context: IHookFunctions) => Promise<void>) {
	return {
		// Always "no", so that every activation runs the checks of `create`.
		async checkExists(this: IHookFunctions): Promise<boolean> {
			return await Promise.resolve(false);
		},
		async create(this: IHookFunctions): Promise<boolean> {
			await check(this);
			return true;
		},
		async delete(this: IHookFunctions): Promise<boolean> {
			return await Promise.resolve(true);
		},
	};
}

/** @throws NodeOperationError when a vendor on the internet cannot call the address of this webhook */
export function requirePublicAddress(context: IHookFunctions, vendor: string): void {
	const mayBeLocal = context.getNodeParameter('options.allowLocalAddress', false) as boolean;
	const address = context.getNodeWebhookUrl('default') ?? '';
	const obstacle = obstacleTo(address);
	if (mayBeLocal || obstacle === undefined) return;
	throw new NodeOperationError(
		context.getNode(),
		`${vendor} can't call ${address || 'this webhook'}: ${obstacle}`,
		{
			description:
				"Set n8n's WEBHOOK_URL to its public https address (behind a reverse proxy N8N_PROXY_HOPS, too), start n8n again and publish again. To try things out on your own machine, switch on Options > Allow Local Address.",
		},
	);
}

const PRIVATE_HOST =
	/^(localhost|[^.]+|.+\.(localhost|local|internal|lan)|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\])$/i;

/**
 * What keeps a caller on the internet from reaching an address, in words; undefined when nothing does.
 *
 * @param mayBeHttp for vendors who call plain http, too
 */
export function obstacleTo(address: string, { mayBeHttp = false } = {}): string | undefined {
	if (!URL.canParse(address)) return 'it is no web address';
	const { protocol, hostname } = new URL(address);
	if (protocol !== 'https:' && !mayBeHttp) return 'it is not https';
	const isPublicIpv6 = /^\[[23]/.test(hostname);
	if (PRIVATE_HOST.test(hostname) && !isPublicIpv6) return `${hostname} is not a public host`;
	return undefined;
}
