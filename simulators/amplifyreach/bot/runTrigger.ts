import type { Dispatcher } from 'undici';
import type { HeaderChanges } from '../../shared/deliverOnce';
import { deliverOnce } from '../../shared/deliverOnce';
import type { SenderOptions, TimedReport } from '../../shared/delivery';
import { isObject, parseJson } from '../../shared/json';
import type { Endpoint } from '../../simulator';
import type { Access, Settings } from '../settings';
import { withTokens } from '../webhook/deliver';
import type { ChatVariables } from './template';
import { asText, bodyOfAll, escapeForJson, fillIn } from './template';

/** A trigger of Bot Studio, and the chat in which the bot comes to it (contract §1.2). */
export interface BotCall {
	/** POST unless given. */
	readonly method?: Dispatcher.HttpMethod;
	/** What the bot knows of the visitor. */
	readonly variables?: ChatVariables;
	/** Template of the body, with `{{variable}}`; all variables unless given. The address may have them too. */
	readonly body?: string;
	readonly contentType?: string;
	/** Where the endpoint's secret goes: the header that the user typed in, unless given. */
	readonly secretIn?: 'header' | 'query' | 'nowhere';
	/** Put over the trigger's headers; undefined leaves one out. */
	readonly headers?: HeaderChanges;
	/** Field of the answer → chat variable. */
	readonly responseKeys?: Readonly<Record<string, string>>;
	/** The bot's own text, shown before the result. */
	readonly botText?: string;
}

export interface BotReport extends TimedReport {
	/** What the visitor reads, in order. */
	readonly shown: readonly string[];
	/** The chat's variables afterwards. */
	readonly variables: ChatVariables;
}

/** Calls, waits for the JSON answer, and goes on with the chat. */
export async function runTrigger(
	endpoint: Endpoint,
	call: BotCall,
	{ access, settings }: { access: Access; settings: Settings },
	sender: SenderOptions,
): Promise<BotReport> {
	const { method, variables = {}, contentType, secretIn = 'header', headers, botText = '' } = call;
	const { secret } = endpoint;
	const url = fillIn(endpoint.url, variables, encodeURIComponent);
	const write = settings.escapeVariables ? escapeForJson : undefined;
	const report = await deliverOnce(
		{
			endpoint: { ...endpoint, url: secretIn === 'query' ? withTokens(url, [secret]) : url },
			body: fillIn(call.body ?? bodyOfAll(variables), variables, write),
			headers: { ...(secretIn === 'header' && { [access.headerName]: secret }), ...headers },
			...(method !== undefined && { method }),
			...(contentType !== undefined && { contentType }),
		},
		{ ...sender, timeouts: { ...sender.timeouts, replyMs: settings.botWaitMs } },
	);
	// What a visitor sees when the call fails is not documented: no more than the bot's own text.
	const mapped = report.delivered ? mapAnswer(report, call.responseKeys) : {};
	const shown = [fillIn(botText, variables), ...Object.values(mapped).map(asText)];
	return {
		...report,
		shown: shown.filter((text) => text !== ''),
		variables: { ...variables, ...mapped },
	};
}

/** Mapping of nested fields is not documented, so only plain values reach the chat. */
function mapAnswer(
	{ attempts }: TimedReport,
	responseKeys: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
	const answer = parseJson(attempts.at(-1)?.answer ?? '');
	if (!isObject(answer)) return {};
	const mapped = Object.entries(responseKeys)
		.filter(([field]) => ['string', 'number', 'boolean'].includes(typeof answer[field]))
		.map(([field, variable]) => [variable, answer[field]]);
	return Object.fromEntries(mapped) as Record<string, unknown>;
}
