import { ExecuteContext, HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeParameters,
	IRunExecutionData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	WebhookType,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';
import { StoredCredentials } from './credentials';
import { requireDeclared, workflowOf, type Pack } from './pack';

export interface Setting {
	pack: Pack;
	node: string;
	parameters?: INodeParameters;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** n8n's public address. */
	address?: string;
}

function prepare({ pack, node, parameters = {}, credentials = {}, address }: Setting) {
	const parts = workflowOf(pack, node, parameters);
	const store = new StoredCredentials(pack, { ...credentials });
	const webhookBaseUrl = `${address ?? 'https://n8n.example.com'}/webhook`;
	const data = {
		credentialsHelper: store,
		webhookBaseUrl,
		webhookTestBaseUrl: `${webhookBaseUrl}-test`,
		webhookWaitingBaseUrl: `${webhookBaseUrl}-waiting`,
		formWaitingBaseUrl: `${webhookBaseUrl}-form`,
		currentNodeParameters: parts.node.parameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { ...parts, store, data };
}

function descriptionOf({ nodeType }: ReturnType<typeof prepare>, name: WebhookType) {
	const found = nodeType.description.webhooks?.find((webhook) => webhook.name === name);
	if (!found) throw new Error(`There is no webhook ${name}`);
	return { webhookDescription: found } as never;
}

/** Runs a lifecycle method of the trigger's webhook in n8n's own context. */
export async function runHook(setting: Setting, method: 'checkExists' | 'create' | 'delete') {
	const parts = prepare(setting);
	const context = new HookContext(
		parts.workflow,
		parts.node,
		parts.data,
		'trigger',
		'activate',
		descriptionOf(parts, 'default'),
	);
	const run = parts.nodeType.webhookMethods?.default?.[method];
	if (!run) throw new Error(`There is no ${method}`);
	return await run.call(requireDeclared(context, parts) as unknown as IHookFunctions);
}

export interface Call {
	rawBody?: Buffer;
	headers?: Record<string, string>;
	readRawBody?: () => Promise<void>;
	webhook?: WebhookType;
}

/** What a caller gets, and what the workflow gets. */
export interface Outcome {
	status: number;
	answer: unknown;
	items: INodeExecutionData[] | undefined;
	log: string[];
}

/** Runs the trigger's `webhook()` in n8n's own context, as n8n does for a call. */
export async function runWebhook(setting: Setting, call: Call): Promise<Outcome> {
	const parts = prepare(setting);
	const sent: { status?: number; answer?: unknown } = {};
	const response = {
		status(code: number) {
			sent.status = code;
			return this;
		},
		json(answer: unknown) {
			sent.answer = answer;
			return this;
		},
	};
	const request = {
		headers: call.headers ?? {},
		query: {},
		params: {},
		rawBody: call.rawBody,
		readRawBody: call.readRawBody ?? (() => Promise.resolve()),
	};
	const context = new WebhookContext(
		parts.workflow,
		parts.node,
		{ ...parts.data, httpRequest: request as never, httpResponse: response as never },
		'webhook',
		descriptionOf(parts, call.webhook ?? 'default'),
		[],
		null,
	);
	const log: string[] = [];
	const logger = { warn: (line: string) => log.push(line), debug: () => undefined };
	Object.defineProperty(context, 'logger', { value: logger });
	const self = requireDeclared(context, parts) as unknown as IWebhookFunctions;
	const result = await parts.nodeType.webhook?.call(self);
	if (!result) throw new Error('This node has no webhook');
	if (sent.status !== undefined && !result.noWebhookResponse) {
		throw new Error('Answered twice: n8n would send an answer of its own, too');
	}
	return {
		status: sent.status ?? 200,
		answer: sent.answer ?? result.webhookResponse,
		items: result.workflowData?.[0],
		log,
	};
}

/** Runs an action over items, in n8n's own context. */
export async function runAction(
	setting: Setting,
	items: INodeExecutionData[] = [{ json: {} }],
	continueOnFail = false,
) {
	const parts = prepare(setting);
	if (continueOnFail) parts.node.onError = 'continueRegularOutput';
	const runData: IRunExecutionData = createRunExecutionData();
	const input = { main: [items] };
	const context = new ExecuteContext(
		parts.workflow,
		parts.node,
		parts.data,
		'trigger',
		runData,
		0,
		items,
		input,
		{ node: parts.node, data: input, source: null },
		[],
	);
	const self = requireDeclared(context, parts) as unknown as IExecuteFunctions;
	const output = await parts.nodeType.execute?.call(self);
	if (!output) throw new Error('This node does not execute');
	return { items: (output as INodeExecutionData[][])[0] ?? [], stored: parts.store.stored };
}

/** What a pick list calls in n8n's own context. */
export function loadOptionsContext(setting: Setting): ILoadOptionsFunctions {
	const parts = prepare(setting);
	return new LoadOptionsContext(
		parts.workflow,
		parts.node,
		parts.data,
		'',
	) as unknown as ILoadOptionsFunctions;
}
