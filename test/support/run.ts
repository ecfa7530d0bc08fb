import { randomUUID } from 'node:crypto';
import { ExecuteContext, HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	INode,
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
	/** Data by type. Another object stands for other credentials, with an ID of their own. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** Names of credentials that are chosen in the node; all that it asks for unless given. */
	chosen?: string[] | undefined;
	/** n8n's public address. */
	address?: string;
	/** Stands in the address of the webhook; null where n8n has given it none. */
	webhookId?: string | null;
	/** Names of steps behind the node, each of a newer version than n8n has. */
	newerSteps?: readonly string[];
	/** What n8n keeps between calls; without it each starts with nothing. */
	memory?: Memory;
	/** Everything that is logged is added here. */
	log?: string[];
	/** What n8n does to store an execution; as it rejects, n8n answers 500. */
	store?: () => Promise<void>;
	/** A run that somebody has started in the editor. */
	isTest?: boolean;
}

/** Static data as n8n's database has it. To another object of the same, nothing else is remembered. */
export interface Memory {
	staticData: IDataObject;
}

// What the pack itself remembers goes by the IDs of nodes and credentials.
const ids = new WeakMap<object, string>();

function idOf(one: object = {}): string {
	const id = ids.get(one) ?? randomUUID();
	ids.set(one, id);
	return id;
}

function prepare(setting: Setting) {
	const { pack, node, parameters = {}, credentials = {}, address, memory } = setting;
	// A copy, as n8n reads it anew from its database for each call.
	const staticData = structuredClone(memory?.staticData ?? {});
	const nodeId = idOf(memory);
	const credentialId = idOf(setting.credentials);
	const { newerSteps } = setting;
	const parts = workflowOf(pack, node, parameters, {
		nodeId,
		credentialId,
		staticData,
		newerSteps,
	});
	const { webhookId = nodeId } = setting;
	if (webhookId !== null) parts.node.webhookId = webhookId;
	if (setting.chosen) {
		const chosen = setting.chosen.map((name) => [name, { id: credentialId, name: 'test' }]);
		parts.node.credentials = Object.fromEntries(chosen) as INode['credentials'];
	}
	// With a memory, what a login or a renewal stores is there at the next call, too.
	const store = new StoredCredentials(pack, memory ? credentials : { ...credentials });
	const webhookBaseUrl = `${address ?? 'https://n8n.example.com'}/webhook`;
	const data = {
		credentialsHelper: store,
		webhookBaseUrl,
		webhookTestBaseUrl: `${webhookBaseUrl}-test`,
		webhookWaitingBaseUrl: `${webhookBaseUrl}-waiting`,
		formWaitingBaseUrl: `${webhookBaseUrl}-form`,
		currentNodeParameters: parts.node.parameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { ...parts, store, data, staticData };
}

/** n8n writes static data after a call, and only when some of it has changed. */
function keep({ memory }: Setting, { workflow }: ReturnType<typeof prepare>): void {
	const { staticData } = workflow;
	if (!memory || staticData.__dataChanged !== true) return;
	memory.staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
}

/** Takes down what is logged, whatever its level. */
function listen(context: object, lines: string[]): void {
	const take = (...said: unknown[]) => lines.push(said.map(asText).join(' '));
	const logger = { debug: take, info: take, warn: take, error: take };
	Object.defineProperty(context, 'logger', { value: logger });
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function descriptionOf({ nodeType }: ReturnType<typeof prepare>, name: WebhookType) {
	const found = nodeType.description.webhooks?.find((webhook) => webhook.name === name);
	if (!found) throw new Error(`There is no webhook ${name}`);
	return { webhookDescription: found } as never;
}

/** Runs a lifecycle method of the trigger's webhook in n8n's own context. */
export async function runHook(setting: Setting, method: 'checkExists' | 'create' | 'delete') {
	const parts = prepare(setting);
	// Methods go by the name of an entry; a trigger has them for one of its entries.
	const [[name, methods] = ['default', undefined]] = Object.entries(
		parts.nodeType.webhookMethods ?? {},
	);
	const context = new HookContext(
		parts.workflow,
		parts.node,
		parts.data,
		'trigger',
		'activate',
		descriptionOf(parts, name as WebhookType),
	);
	if (setting.log) listen(context, setting.log);
	const run = methods?.[method];
	if (!run) throw new Error(`There is no ${method}`);
	try {
		return await run.call(requireDeclared(context, parts) as unknown as IHookFunctions);
	} finally {
		keep(setting, parts);
	}
}

export interface Call {
	rawBody?: Buffer;
	headers?: Record<string, string>;
	query?: Record<string, unknown>;
	/** Names and values in turn, as they came in. */
	rawHeaders?: string[];
	method?: string;
	/** Path of the address that was called. */
	path?: string;
	readRawBody?: () => Promise<void>;
	webhook?: WebhookType;
}

/** What a caller gets, and what the workflow gets. */
export interface Outcome {
	status: number;
	answer: unknown;
	items: INodeExecutionData[] | undefined;
	log: string[];
	/** Headers of the answer that the node set. */
	headers: Record<string, string>;
}

/** Runs the trigger's `webhook()` in n8n's own context, as n8n does for a call. */
export async function runWebhook(setting: Setting, call: Call): Promise<Outcome> {
	const parts = prepare(setting);
	const sent: { status?: number; answer?: unknown } = {};
	const headers: Record<string, string> = {};
	const response = {
		writableEnded: false,
		get statusCode() {
			return sent.status ?? 200;
		},
		setHeader(name: string, value: string) {
			headers[name.toLowerCase()] = value;
			return this;
		},
		status(code: number) {
			sent.status = code;
			return this;
		},
		json(answer: unknown) {
			sent.answer = answer;
			this.writableEnded = true;
			return this;
		},
	};
	const request = {
		headers: call.headers ?? {},
		query: call.query ?? {},
		params: {},
		method: call.method ?? 'POST',
		path: call.path ?? '/webhook/id/webhook',
		rawHeaders: call.rawHeaders,
		rawBody: call.rawBody,
		readRawBody: call.readRawBody ?? (() => Promise.resolve()),
	};
	const context = new WebhookContext(
		parts.workflow,
		parts.node,
		{ ...parts.data, httpRequest: request as never, httpResponse: response as never },
		setting.isTest ? 'manual' : 'webhook',
		descriptionOf(parts, call.webhook ?? 'default'),
		[],
		null,
	);
	const log: string[] = [];
	const logger = {
		warn: (line: string) => log.push(line),
		debug: (line: string) => setting.log?.push(line),
	};
	Object.defineProperty(context, 'logger', { value: logger });
	const self = requireDeclared(context, parts) as unknown as IWebhookFunctions;
	const result = await parts.nodeType.webhook?.call(self);
	if (!result) throw new Error('This node has no webhook');
	if (sent.status !== undefined && !result.noWebhookResponse) {
		throw new Error('Answered twice: n8n would send an answer of its own, too');
	}
	if (result.workflowData && !(await isStored(setting, parts))) {
		response.status(500).json({ message: 'n8n could not store the execution' });
		return { status: 500, answer: sent.answer, items: undefined, log, headers };
	}
	// The answer is asked for when the execution is stored; what that changes is saved.
	const answer: unknown = sent.answer ?? result.webhookResponse;
	keep(setting, parts);
	response.json(answer);
	return {
		status: sent.status ?? 200,
		answer,
		items: result.workflowData?.[0],
		log,
		headers,
	};
}

/**
 * Whether n8n has stored an execution. It makes a second workflow of the same static data for it, which
 * takes away the mark that some of it has changed.
 */
async function isStored(
	{ pack, node, parameters = {}, store }: Setting,
	{ staticData }: ReturnType<typeof prepare>,
): Promise<boolean> {
	workflowOf(pack, node, parameters, { staticData });
	try {
		await store?.();
		return true;
	} catch {
		return false;
	}
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
	if (setting.log) listen(context, setting.log);
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
