import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { startSalesIqSimulator, type SalesIqSimulator } from '../../simulators/salesiq';
import { bridgeTo, unbridge } from './bridge';
import { loadPack, type Pack } from './pack';
import { runAction, runWebhook, type Memory, type Outcome, type Setting } from './run';

export const APP = '46675600000002043';
export const OTHER_APP = '46675600000002051';
export const PORTAL = { __rl: true, mode: 'name', value: 'example-inc' };

/** A trigger in a published workflow, as n8n has it between calls. */
export interface Trigger extends Setting {
	memory: Memory;
	log: string[];
	webhookId: string;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Where SalesIQ calls it. */
	url: string;
	/** HEAD and POST calls that came in, the probe among them. */
	calls: { method: string; outcome: Outcome }[];
}

/** The built nodes, SalesIQ in a box behind its real host names, and a way from it to a trigger. */
export interface SalesIqBench {
	pack: Pack;
	vendor: SalesIqSimulator;
	/** A connected credential; `refreshed` has a refresh token that the vendor knows. */
	credential(more?: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject;
	connected(): Promise<ICredentialDataDecryptedObject>;
	trigger(parameters?: INodeParameters, more?: Partial<Setting>): Trigger;
	action(parameters: INodeParameters): Setting & { log: string[] };
	run(
		parameters: INodeParameters,
		items?: INodeExecutionData[],
		continueOnFail?: boolean,
	): ReturnType<typeof runAction>;
	/** Forgets what the last test did. */
	reset(): void;
	stop(): Promise<void>;
}

export async function startSalesIqBench(): Promise<SalesIqBench> {
	const pack = await loadPack();
	// The way to a local address is straight, and it has a port.
	const vendor = await startSalesIqSimulator({ settings: { refusePorts: false } });
	bridgeTo(vendor);
	const triggers = new Map<string, Trigger>();
	const door = await startDoor(triggers);
	let count = 0;

	const credential = (more: ICredentialDataDecryptedObject = {}) => ({
		...credentialOf(vendor),
		oauthTokenData: { access_token: vendor.issueToken(), token_type: 'Bearer' },
		...more,
	});
	const action = (parameters: INodeParameters) => ({
		pack,
		node: 'zohoSalesIq',
		parameters: { portal: PORTAL, ...parameters },
		credentials: { zohoSalesIqOAuth2Api: credential() },
		log: [],
	});
	return {
		pack,
		vendor,
		credential,
		connected: async () => credential({ oauthTokenData: await logIn(vendor) }),
		trigger(parameters = {}, more = {}) {
			// A new one each: the node remembers per webhook when it last looked up keys.
			const webhookId = `webhook-${(count += 1)}`;
			const trigger: Trigger = {
				pack,
				node: 'zohoSalesIqTrigger',
				parameters: {
					portal: PORTAL,
					options: { allowLocalAddress: true },
					...parameters,
				},
				credentials: { zohoSalesIqOAuth2Api: credential() },
				address: door.url,
				webhookId,
				memory: { staticData: {} },
				log: [],
				url: `${more.address ?? door.url}/webhook/${webhookId}/webhook`,
				calls: [],
				...(more as Partial<Trigger>),
			};
			triggers.set(webhookId, trigger);
			return trigger;
		},
		action,
		run: async (parameters, items, continueOnFail) =>
			await runAction(action(parameters), items, continueOnFail),
		reset() {
			vendor.reset();
			triggers.clear();
		},
		async stop() {
			unbridge();
			await door.stop();
			await vendor.stop();
		},
	};
}

function credentialOf({ access }: SalesIqSimulator): ICredentialDataDecryptedObject {
	return {
		dataCentre: 'us',
		host: '',
		grantType: 'authorizationCode',
		authentication: 'body',
		accessTokenUrl: 'https://accounts.zoho.com/oauth/v2/token',
		clientId: access.clientId,
		clientSecret: access.clientSecret,
	};
}

const REDIRECT = 'https://n8n.example.com/rest/oauth2-credential/callback';

/** What Connect my account brings: access and refresh token, with all scopes of the credential. */
async function logIn({ url, access }: SalesIqSimulator) {
	const post = async (path: string, form: Record<string, string>) =>
		await fetch(`${url}${path}`, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams(form),
		});
	const consent = await post('/oauth/v2/auth', {
		client_id: access.clientId,
		response_type: 'code',
		redirect_uri: REDIRECT,
		scope: 'SalesIQ.webhooks.ALL,SalesIQ.portals.READ,SalesIQ.Apps.READ,SalesIQ.conversations.ALL',
		access_type: 'offline',
		prompt: 'consent',
		decision: 'accept',
	});
	const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const answer = await post('/oauth/v2/token', {
		grant_type: 'authorization_code',
		client_id: access.clientId,
		client_secret: access.clientSecret,
		redirect_uri: REDIRECT,
		code,
	});
	return (await answer.json()) as Record<string, string>;
}

/** n8n's front door: leads what comes in to the trigger that it is for. */
async function startDoor(triggers: Map<string, Trigger>) {
	const server = createServer((request, response) => {
		void (async () => {
			const rawBody = await bytesOf(request);
			const called = new URL(request.url ?? '/', 'http://door');
			const trigger = triggers.get(called.pathname.split('/')[2] ?? '');
			// What is given twice is a list, as n8n has it.
			const query = parse(called.search.slice(1));
			const { method = '' } = request;
			if (!trigger) {
				response.writeHead(404).end();
				return;
			}
			const headers = request.headers as Record<string, string>;
			const outcome = await runWebhook(
				trigger,
				method === 'HEAD' ? { webhook: 'setup' } : { rawBody, headers, query },
			);
			trigger.calls.push({ method, outcome });
			response.writeHead(outcome.status).end(JSON.stringify(outcome.answer));
		})();
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
