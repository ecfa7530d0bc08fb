import { NodeOperationError } from 'n8n-workflow';
import { textOf } from '../../shared/fields';
import type { Caller } from '../../shared/operations/exchange';

export const CREDENTIAL = 'swiftsellApi';

/** Domains of the product family: the account token may travel to these and their subdomains. */
const FAMILY = ['swiftsell.biz', 'wotnot.io', 'reply.cx'];

/**
 * The address of the API: `https://api.wotnot.io`. Paths begin with `/v1` or `/api/v1`, so any part
 * of them that a user pasted is removed.
 *
 * @throws NodeOperationError when it is not an https address
 */
export async function baseAddress(context: Caller): Promise<string> {
	const { product, baseUrl } = await context.getCredentials<Record<string, unknown>>(CREDENTIAL);
	// Products with a documented address are named by it.
	const address = httpsOf(httpsOf(product) ? product : baseUrl);
	if (address && /^\/*(api\/*)?(v1\/*)?$/.test(address.pathname)) return address.origin;
	throw new NodeOperationError(context.getNode(), 'There is no usable API Base URL', {
		description:
			'Open the credential "Swiftsell API", choose the product of your account, and enter the address that its support gave you: https://, the host, and no path',
	});
}

/**
 * The address of a campaign, copied from the trigger block of an outbound bot.
 *
 * @throws NodeOperationError when the account token would go to a stranger
 */
export async function campaignAddress(context: Caller, given: string): Promise<string> {
	const address = httpsOf(given);
	if (!address) {
		throw new NodeOperationError(
			context.getNode(),
			'The webhook URL of the campaign is not an https address',
			{
				description:
					'Copy it from the Trigger block of the outbound bot, where Webhook URL is chosen',
			},
		);
	}
	const isFamily = FAMILY.some(
		(domain) => address.hostname === domain || address.hostname.endsWith(`.${domain}`),
	);
	// Asked only when needed: campaigns work without knowing the address of the API.
	if (isFamily || address.origin === (await baseAddress(context).catch(() => undefined))) {
		return address.href;
	}
	throw new NodeOperationError(
		context.getNode(),
		`The account token is not sent to ${address.hostname}, which is not a host of the product`,
		{
			description:
				'Copy the webhook URL from the Trigger block of the outbound bot again. If it is right, enter its host as API Base URL of the credential, with the product Other.',
		},
	);
}

/** @throws NodeOperationError when the credential has no account ID, which some paths contain */
export async function accountPath(context: Caller): Promise<string> {
	const { accountId } = await context.getCredentials<Record<string, unknown>>(CREDENTIAL);
	const id = (textOf(accountId) ?? '').trim();
	if (/^\d{1,18}$/.test(id)) return `/v1/accounts/${id}`;
	throw new NodeOperationError(context.getNode(), 'The credential has no account ID', {
		description:
			'Enter it in the credential "Swiftsell API": the number after /account/ in the address of the dashboard',
	});
}

/** An https address without user and password in it; undefined for anything else. */
function httpsOf(given: unknown): URL | undefined {
	const text = typeof given === 'string' ? given.trim() : '';
	if (!URL.canParse(text)) return undefined;
	const address = new URL(text);
	const isPlain = address.username === '' && address.password === '';
	return address.protocol === 'https:' && isPlain ? address : undefined;
}
