import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

/** Query parameter that carries the secret, for vendors that accept nothing but an address. */
export const SECRET_PARAMETER = 'token';

interface Caller {
	/** Who will call, for people. */
	vendor: string;
	/** For vendors that also call plain http. */
	mayBeHttp?: boolean;
}

/**
 * The address of this webhook, once it is sure that a vendor on the internet can call it, or that
 * the user wants to try things out without that.
 *
 * @throws NodeOperationError when it cannot be called, or n8n would not answer there
 */
export function requirePublicAddress(
	context: IHookFunctions,
	{ vendor, mayBeHttp }: Caller,
): string {
	const mayBeLocal = context.getNodeParameter('options.allowLocalAddress', false) as boolean;
	const address = context.getNodeWebhookUrl('default') ?? '';
	requireWebhookId(context);
	const obstacle = obstacleTo(address, { mayBeHttp });
	if (mayBeLocal || obstacle === undefined) return address;
	throw new NodeOperationError(
		context.getNode(),
		`${vendor} can't call ${address || 'this webhook'}: ${obstacle}`,
		{
			description:
				"Set n8n's WEBHOOK_URL to its public https address (behind a reverse proxy, also N8N_PROXY_HOPS), restart n8n and publish again. To try things out on your own machine, switch on Options > Allow Local Address.",
		},
	);
}

/**
 * Without an ID n8n makes the address from the trigger's name. If it has to encode the name for that,
 * it does not find the trigger by it.
 */
function requireWebhookId(context: IHookFunctions): void {
	const { name, webhookId } = context.getNode();
	if (webhookId !== undefined || encodeURIComponent(name) === name) return;
	throw new NodeOperationError(
		context.getNode(),
		'This trigger has no webhook ID, and n8n would not answer at its address',
		{
			description:
				'An import on the command line gives none, nor does the API of an older n8n. In the editor, cut the trigger and paste it: that gives it an ID. Connect it again and publish.',
		},
	);
}

const PRIVATE_HOST =
	/^(localhost|[^.]+|.+\.(localhost|local|internal|lan)|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\])$/i;

/** What keeps a caller on the internet from reaching an address, in words; undefined when nothing does. */
export function obstacleTo(address: string, { mayBeHttp = false } = {}): string | undefined {
	if (!URL.canParse(address)) return 'it is not a web address';
	const { protocol, hostname } = new URL(address);
	if (protocol !== 'https:' && !mayBeHttp) return 'it is not https';
	const isPublicIpv6 = /^\[[23]/.test(hostname);
	if (PRIVATE_HOST.test(hostname) && !isPublicIpv6) return `${hostname} is not a public host`;
	return undefined;
}
