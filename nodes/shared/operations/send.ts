import type { IHttpRequestOptions } from 'n8n-workflow';
import { refusal, statusOf, type Refusal } from './errors';
import type { Caller, HttpAnswer } from './exchange';
import { outage, retryAfterMs, sendPatiently, type Sending } from './retry';

interface Signed extends Pick<Sending, 'vendor' | 'request'> {
	/** Credential type that signs the request. */
	credential: string;
	/** Whether it may be sent again: reads may, writes never, as they may have been carried out. */
	repeatable: boolean;
	/** Whether 401 is an answer like any other, because there is no token that n8n could renew. */
	keeps401?: boolean;
	/** What a status means that n8n throws: of the login, or a 401 that a new token did not fix. */
	loginRefusal?: (status: number) => Refusal | undefined;
}

/**
 * Sends a request that n8n signs, and returns the answer whatever its status, except 401, at which
 * n8n renews a token that it keeps. A repeatable request is sent again on 429, 5xx and network
 * faults: up to three more times, after what Retry-After says or 1 s, 2 s, 4 s.
 *
 * @throws NodeApiError when nothing answers, on 401, on 429 and on 5xx that last
 */
export async function send(context: Caller, signed: Signed): Promise<HttpAnswer> {
	const { vendor, request, credential, repeatable, keeps401, loginRefusal } = signed;
	const { answer, tries } = await sendPatiently(context, {
		vendor,
		request: { ...request, ignoreHttpStatusErrors: keeps401 ?? { ignore: true, except: [401] } },
		maxTries: repeatable ? 4 : 1,
		isBusy,
		waitMs: (last, count) => retryAfterMs(last) ?? 1000 * 2 ** (count - 1),
		async transmit(options: IHttpRequestOptions): Promise<unknown> {
			try {
				const { helpers } = context;
				return await helpers.httpRequestWithAuthentication.call(context, credential, options);
			} catch (error) {
				const status = statusOf(error);
				const no = status === undefined ? undefined : loginRefusal?.(status);
				throw no ? refusal(context, no) : (error as Error);
			}
		},
	});
	if (!isBusy(answer)) return answer;

	const after = ` after ${tries === 1 ? 'the only try' : `${tries} tries`}`;
	const askedMs = retryAfterMs(answer);
	const wait = askedMs === undefined ? undefined : `${Math.ceil(askedMs / 1000)} seconds`;
	throw refusal(context, outage(vendor, answer.status, { after, wait }));
}

const isBusy = ({ status }: HttpAnswer) => status === 429 || status >= 500;
