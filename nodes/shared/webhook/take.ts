import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from './source';

type WebhookRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** The exact bytes, headers and query of a call; undefined when its body cannot be had as sent. */
export async function takeDelivery(context: IWebhookFunctions): Promise<Delivery | undefined> {
	const request = context.getRequestObject();
	const body = await rawBodyOf(request);
	if (!body) return undefined;
	return {
		body,
		headers: {
			...(context.getHeaderData() as Delivery['headers']),
			...authorizationGivenTwice(request),
		},
		query: context.getQueryData() as Delivery['query'],
	};
}

/** Of two Authorization headers Node.js keeps the first; a proof given twice is no proof. */
function authorizationGivenTwice({ rawHeaders }: WebhookRequest): Delivery['headers'] {
	const lines = rawHeaders as string[] | undefined;
	const given = (lines ?? []).filter(
		(_, index) => index % 2 === 1 && lines?.[index - 1]?.toLowerCase() === 'authorization',
	);
	return given.length > 1 ? { authorization: given.join(', ') } : {};
}

async function rawBodyOf(request: WebhookRequest): Promise<Buffer | undefined> {
	const held = () => request.rawBody as Buffer | undefined;
	try {
		// Above typeVersion 1, n8n reads only JSON, form, XML and text bodies by itself.
		if (!Buffer.isBuffer(held())) await request.readRawBody();
	} catch {
		// Multipart that n8n has taken apart, an upload cut short, or one over n8n's limit.
		return undefined;
	}
	const body = held();
	return Buffer.isBuffer(body) ? body : undefined;
}
