import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import getPort from 'get-port';
import { startBackOffice, type BackOffice } from '../simulators/backOffice';
import type { Endpoint } from '../simulators/simulator';
import type { ClusterShape } from './cluster/cluster';
import { startInbox, type Inbox, type Mail } from './inbox';
import { connectOAuth2 } from './oauth';
import { ownApi } from './ownApi';
import { forOwnBrowser } from './ownBrowser';
import { ownerOf } from './owner';
import { installPack } from './pack';
import { hostFolder } from './paths';
import { stockPromoCodes } from './promoCodes';
import { startProxy, type Proxy } from './proxy';
import { rest, type CredentialDraft, type Rest, type StoredCredential } from './rest';
import type { Owner } from './restClient';
import { startShape, type Shape } from './shape';
import { useTemplate, type Change } from './templates';
import type { Vendor } from './vendors/vendor';
import { PUBLIC_HOST, PUBLIC_URL, productionUrl } from './webhooks';
import type { Workflow } from './workflows';

export interface HostOptions {
	/** Short name under `.host`, or an absolute path; two hosts never share one. */
	readonly folder: string;
	/** Keeps what earlier starts left in the folder, instead of emptying it first. */
	readonly keep?: boolean;
	/** n8n as several processes in queue mode, instead of one on SQLite. */
	readonly cluster?: ClusterShape;
	/** Vendors in a box; the host stops their simulators when it stops. */
	readonly vendors?: readonly Vendor[];
	/** Names of the templates to import and activate. */
	readonly templates?: readonly string[];
	/** What the user does to each of them after the import; see `useTemplate`. */
	readonly change?: Change;
	/** Preferred ports of n8n's editor, the first free one is taken. */
	readonly ports?: readonly number[];
	/** Settings of n8n, over those of the host. */
	readonly env?: Readonly<Record<string, string>>;
	/** A built package other than this repository. */
	readonly packageDir?: string;
	/** Starts n8n without the pack, for those who install packages as a user does. */
	readonly isBare?: boolean;
	/** Called when n8n ends without having been told to. */
	readonly onCrash?: () => void;
	readonly onMail?: (mail: Mail) => void;
	/** Hears what is being done. */
	readonly say?: (line: string) => void;
}

export interface Host extends Pick<Shape, 'n8n' | 'cluster'> {
	readonly folder: string;
	/** n8n's public address, for vendors: reached through the proxy only. */
	readonly publicUrl: string;
	readonly owner: Owner;
	readonly rest: Rest;
	readonly proxy: Proxy;
	readonly inbox: Inbox;
	readonly backOffice: BackOffice;
	readonly vendors: readonly Vendor[];
	/** What the host made in n8n: accounts of the inbox, the back office and the vendors. */
	readonly credentials: readonly StoredCredential[];
	/** What the user would type into n8n's dialogs for them. */
	readonly credentialDrafts: readonly CredentialDraft[];
	readonly templates: readonly Workflow[];
	/**
	 * Where a vendor delivers to a workflow, through the proxy, signed with the vendor's secret.
	 *
	 * @param nodeName the trigger, where the workflow has several
	 */
	endpointOf(workflow: Workflow, vendor: Vendor, nodeName?: string): Promise<Endpoint>;
	/** One more vendor, once its nodes are installed: its hosts, its simulator and its credentials. */
	join(vendor: Vendor): Promise<void>;
	/** Ends everything; n8n first, so that it finds the others as long as it runs. */
	stop(): Promise<void>;
}

/**
 * Brings up a private n8n with the built pack in it, and all it talks to: proxy, simulators, inbox,
 * owner, credentials, templates. Whatever came up is stopped again when something does not.
 */
export async function startHost(options: HostOptions): Promise<Host> {
	const { say = () => undefined } = options;
	const vendors = [...(options.vendors ?? [])];
	const folder = hostFolder(options.folder);
	const stops: (() => Promise<void>)[] = vendors.map(stopOf);
	const stop = async () => {
		// One that fails to stop must not keep the others running.
		for (const end of stops.splice(0).reverse())
			await end().catch((error: unknown) => {
				say(String(error));
			});
	};
	try {
		if (options.keep !== true) await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		if (options.isBare !== true) {
			say('Installing the pack as n8n installs it');
			await installPack(folder, options.packageDir);
		}

		const inbox = await startInbox(options.onMail);
		stops.push(() => inbox.stop());
		const proxy = await startProxy(folder);
		stops.push(() => proxy.stop());
		const port = await getPort({ host: '127.0.0.1', port: options.ports ?? [] });
		await proxy.route(PUBLIC_HOST, `http://127.0.0.1:${port}`);
		const backOffice = await startBackOffice();
		stops.push(() => backOffice.stop());
		for (const { host, url } of backOffice.sides) await proxy.route(host, url);
		for (const vendor of vendors) await lead(vendor, proxy);

		say('Starting n8n');
		const { onCrash, keep } = options;
		const env = { ...forOwnBrowser(port, vendors), ...options.env };
		const settings = { folder, keep, port, proxy, env, onCrash, say };
		const shape = await startShape({ ...settings, cluster: options.cluster });
		stops.push(() => shape.stop());
		const { n8n, cluster } = shape;

		const owner = await ownerOf(folder);
		const client = rest(n8n.url);
		await client.signIn(owner);
		const credentials: StoredCredential[] = [];
		const drafts: CredentialDraft[] = [];
		const save = async (own: readonly CredentialDraft[]) => {
			for (const draft of own) {
				const stored = await client.credentials.save(draft);
				if (draft.isOAuth2) await connectOAuth2(client, stored, proxy);
				credentials.push(stored);
				drafts.push(draft);
			}
		};
		await save([smtp(inbox), pageLogin(owner), pageToken(), ...backOffice.credentials]);
		for (const vendor of vendors) await save(vendor.credentials);
		credentials.push(await ownApi(client));
		const names = options.templates ?? [];
		if (names.length > 0) say(`Bringing in the templates: ${names.join(', ')}`);
		const templates = await Promise.all(
			names.map((name) => useTemplate(client, name, credentials, vendors, options.change)),
		);

		if (names.includes('promo-code-at-conversation-end')) await stockPromoCodes(client);

		return {
			folder,
			publicUrl: PUBLIC_URL,
			owner,
			n8n,
			cluster,
			rest: client,
			proxy,
			inbox,
			backOffice,
			vendors,
			credentials,
			credentialDrafts: drafts,
			templates,
			endpointOf: async (workflow, { triggerType, secret }, nodeName) => ({
				url: await productionUrl(client, workflow, triggerType, nodeName),
				secret,
				proxy: { url: proxy.url, ca: proxy.ca },
			}),
			async join(vendor) {
				stops.push(stopOf(vendor));
				await lead(vendor, proxy);
				client.forgetNodeTypes();
				await save(vendor.credentials);
				vendors.push(vendor);
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

const stopOf =
	({ simulator }: Vendor) =>
	() =>
		simulator.stop();

/** The way from n8n to a vendor's simulator, and back. */
async function lead({ simulator, reach }: Vendor, proxy: Proxy): Promise<void> {
	for (const name of simulator.hosts) await proxy.route(name, simulator.url);
	reach?.(proxy);
}

/** Who may look at pages that workflows show, such as the dashboard: the owner, by the same login. */
const pageLogin = ({ email, password }: Owner): CredentialDraft => ({
	name: 'Login of the owner',
	type: 'httpBasicAuth',
	data: { user: email, password },
});

/** What an open page may ask for the next one with. */
const pageToken = (): CredentialDraft => ({
	name: 'Token of pages',
	type: 'jwtAuth',
	data: { keyType: 'passphrase', secret: randomUUID(), algorithm: 'HS256' },
});

const smtp = ({ port }: Inbox): CredentialDraft => ({
	name: 'Inbox of the host',
	type: 'smtp',
	data: {
		host: '127.0.0.1',
		port,
		secure: false,
		disableStartTls: true,
		user: 'anyone',
		password: 'anything',
	},
});
