import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { startSalesIqSimulator, type SalesIqSimulator } from '../../simulators/salesiq';
import { bridgeTo, unbridge } from './bridge';
import { openServer } from './door';
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
		parameters: { portal: PORTAL, output: 'raw', ...parameters },
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
		serverUrl: 'https://accounts.zoho.com',
		host: '',
		grantType: 'authorizationCode',
		authentication: 'body',
		accessTokenUrl: 'https://accounts.zoho.com/oauth/v2/token',
		clientId: access.clientId,
		clientSecret: access.clientSecret,
	};
}

const REDIRECT = 'https://n8n.example.com/rest/oauth2-credential/callback';

/** What Connect brings: access and refresh token, with all scopes of the credential. */
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
const startDoor = (triggers: Map<string, Trigger>) =>
	openServer(async ({ method, path, call }) => {
		const trigger = triggers.get(path.split('/')[2] ?? '');
		if (!trigger) return undefined;
		const outcome = await runWebhook(trigger, method === 'HEAD' ? { webhook: 'setup' } : call);
		trigger.calls.push({ method, outcome });
		return outcome;
	});
