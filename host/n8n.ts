import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node24 } from './node24';
import { root } from './paths';
import { ended, endWithThis, hasEnded, outside, signal } from './processes';
import { waitFor } from './wait';

const START_TIMEOUT_MS = 120_000;
/** Its doors open earlier, while it still mends what it was killed at and may answer 500. */
const READY = 'Editor is now accessible via';
const STOP_TIMEOUT_MS = 10_000;

interface N8nOptions {
	/** Folder of its own: `N8N_USER_FOLDER`. */
	readonly folder: string;
	readonly port: number;
	/** The whole of n8n's settings; nothing else of the outside environment reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** Called when n8n ends without having been told to. */
	readonly onCrash?: () => void;
}

export interface N8n {
	/** Address on the loopback interface, without a trailing slash. */
	readonly url: string;
	readonly logFile: string;
	/** Asks n8n to end, and insists after ten seconds. Does nothing when it has ended. */
	stop(): Promise<void>;
	/** Ends n8n as a crash does: at once, without a chance to tidy up. */
	kill(): Promise<void>;
	/** Starts n8n again on the same folder and port; stops it first where it still runs. */
	restart(): Promise<void>;
}

/**
 * Starts n8n under its own Node.js and waits until it answers.
 *
 * @throws when n8n ends while starting or is not up within two minutes; the message ends with its log
 */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const url = `http://127.0.0.1:${options.port}`;
	const logFile = path.join(options.folder, 'n8n.log');
	let child = await boot(options, url, logFile);
	let told = false;
	const watch = () => {
		told = false;
		child.once('exit', () => {
			if (!told) options.onCrash?.();
		});
	};
	watch();

	const stop = async () => {
		told = true;
		signal(child, 'SIGTERM');
		await Promise.race([ended(child), sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
		await kill();
	};
	const kill = async () => {
		told = true;
		// The group is signalled even after n8n's own end: its task runner may have stayed.
		signal(child, 'SIGKILL');
		await ended(child);
	};
	const restart = async () => {
		await stop();
		child = await boot(options, url, logFile);
		watch();
	};
	return { url, logFile, stop, kill, restart };
}

async function boot(options: N8nOptions, url: string, logFile: string): Promise<ChildProcess> {
	mkdirSync(options.folder, { recursive: true });
	const node = node24();
	const log = openSync(logFile, 'a');
	const before = statSync(logFile).size;
	const child = spawn(
		node,
		[
			'--require',
			path.join(root, 'host/with-parent.cjs'),
			path.join(root, 'host/node_modules/n8n/bin/n8n'),
			'start',
		],
		{
			// n8n reads a .env file where it starts.
			cwd: options.folder,
			env: { ...outside(node), ...options.env },
			stdio: ['pipe', log, log],
			// A group of its own, so that its task runner can be ended with it.
			detached: process.platform !== 'win32',
			windowsHide: true,
		},
	);
	closeSync(log);
	child.on('error', () => undefined);
	// with-parent.cjs would do it as well, but only once n8n has finished loading.
	endWithThis(child);
	try {
		await waitFor('n8n to answer', START_TIMEOUT_MS, async () => {
			if (hasEnded(child)) throw new Error('n8n exited while starting');
			const ready = readFileSync(logFile).subarray(before).includes(READY);
			return ready && (await answers(`${url}/rest/settings`)) ? true : undefined;
		});
	} catch (error) {
		signal(child, 'SIGKILL');
		throw new Error(
			`${tail(logFile)}\n${(error as Error).message}; above is the end of ${logFile}`,
		);
	}
	return child;
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

const tail = (file: string) =>
	readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
