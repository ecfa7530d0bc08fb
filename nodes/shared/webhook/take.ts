import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from './source';

type WebhookRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** The exact bytes, headers and query of a call; undefined if its body is not as sent. */
export async function takeDelivery(context: IWebhookFunctions): Promise<Delivery | undefined> {
	const request = context.getRequestObject();
	const body = await rawBodyOf(request);
	if (!body) return undefined;
	return {
		body,
		headers: {
			...(context.getHeaderData() as Delivery['headers']),
			...headersGivenTwice(request),
		},
		query: context.getQueryData() as Delivery['query'],
	};
}

/**
 * Headers that came more than once, joined by a comma: a proof given twice is not a proof. Node.js
 * joins most on its own, but for Authorization, Referer and some others it keeps the first (its
 * documentation of `message.headers` lists them), and the user may have chosen any of them to carry
 * the proof.
 */
function headersGivenTwice({ rawHeaders }: WebhookRequest): Delivery['headers'] {
	// Names and values in turn.
	const lines = (rawHeaders as string[] | undefined) ?? [];
	const valuesByName = new Map<string, string[]>();
	for (let index = 0; index + 1 < lines.length; index += 2) {
		const [name = '', value = ''] = lines.slice(index, index + 2);
		const values = valuesByName.get(name.toLowerCase());
		if (values) values.push(value);
		else valuesByName.set(name.toLowerCase(), [value]);
	}
	const givenTwice = [...valuesByName].filter(([, values]) => values.length > 1);
	return Object.fromEntries(givenTwice.map(([name, values]) => [name, values.join(', ')]));
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
