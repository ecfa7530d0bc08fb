import path from 'node:path';
import { node24 } from './node24';
import { n8nModules } from './paths';
import { startService, type Service } from './service';

/** What n8n is started as: the whole of it, or its main process, or one that works for that. */
export type Role = 'start' | 'webhook' | 'worker';

/** Its doors open earlier, while it still mends what it was killed at and may answer 500. */
const READY: Readonly<Record<Role, { readonly says: string; readonly path: string }>> = {
	start: { says: 'Editor is now accessible via', path: '/rest/settings' },
	webhook: { says: 'Webhook listener waiting for requests', path: '/healthz/readiness' },
	worker: { says: 'n8n worker is now ready', path: '/healthz/readiness' },
};

interface N8nOptions {
	/** Folder of its own: `N8N_USER_FOLDER`. n8n reads a .env file where it starts. */
	readonly folder: string;
	/** Where it listens; a worker only for questions about its health. */
	readonly port: number;
	readonly role?: Role;
	/** The whole of n8n's settings; nothing else of the outside environment reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** How long it may take to end, milliseconds; ten seconds unless given. */
	readonly stopTimeoutMs?: number;
	/** Called when n8n ends without having been told to. */
	readonly onCrash?: () => void;
}

export interface N8n extends Service {
	/** Address on the loopback interface, without a trailing slash. */
	readonly url: string;
}

/**
 * Starts n8n under its own Node.js and waits until it answers.
 *
 * @throws when n8n ends while starting or is not up within two minutes; the message ends with its log
 */
export async function startN8n({ port, role = 'start', ...options }: N8nOptions): Promise<N8n> {
	const url = `http://127.0.0.1:${port}`;
	const { says, path: probed } = READY[role];
	const service = await startService({
		...options,
		name: 'n8n',
		logFile: path.join(options.folder, 'n8n.log'),
		node: node24(),
		args: [path.join(n8nModules, 'n8n/bin/n8n'), role],
		ready: says,
		answers: () => answers(url + probed),
	});
	return { ...service, url };
}

async function answers(url: string): Promise<boolean> {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		await answer.arrayBuffer();
		// While starting, n8n answers every address with a page of text and 200.
		return answer.ok && answer.headers.get('content-type')?.includes('json') === true;
	} catch {
		return false;
	}
}
