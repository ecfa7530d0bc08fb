import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths';
import { ended, endWithThis, hasEnded, outside, signal } from './processes';
import { waitFor } from './wait';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 10_000;

interface ServiceOptions {
	/** What it is called in messages. */
	readonly name: string;
	/** Where it runs, and keeps its log. */
	readonly folder: string;
	readonly logFile: string;
	/** Path of the Node.js that runs it. */
	readonly node: string;
	/** Its script, and arguments. */
	readonly args: readonly string[];
	/** Its whole environment, but for what any process needs. */
	readonly env?: Readonly<Record<string, string>>;
	/** What it writes into its log when it has started. */
	readonly ready: string;
	/** Whether it answers, where its word is not enough. */
	readonly answers?: () => Promise<boolean>;
	/** How it is asked to end. */
	readonly stopSignal?: 'SIGINT' | 'SIGTERM';
	/** How long it may take to end, milliseconds. */
	readonly stopTimeoutMs?: number;
	/** Called when it ends without having been told to. */
	readonly onCrash?: () => void;
}

export interface Service {
	readonly logFile: string;
	/** Asks it to end, and insists after a while. Does nothing when it has ended. */
	stop(): Promise<void>;
	/** Ends it as a crash does: at once, without a chance to tidy up. */
	kill(): Promise<void>;
	/** Starts it again in the same folder and at the same port; stops it first where it still runs. */
	restart(): Promise<void>;
}

/**
 * Starts a program that ends with this process, and waits until it is ready.
 *
 * @throws when it ends while starting or is not up within two minutes; the message ends with its log
 */
export async function startService(options: ServiceOptions): Promise<Service> {
	const { name, logFile, answers, onCrash } = options;
	const { stopSignal = 'SIGTERM', stopTimeoutMs = STOP_TIMEOUT_MS } = options;
	let child: ChildProcess;
	let isUp = false;

	const boot = async () => {
		mkdirSync(options.folder, { recursive: true });
		const log = openSync(logFile, 'a');
		const before = statSync(logFile).size;
		const started = launch(options, log);
		closeSync(log);
		child = started;
		try {
			await waitFor(`${name} to answer`, START_TIMEOUT_MS, async () => {
				if (hasEnded(started)) throw new Error(`${name} exited while starting`);
				const ready = readFileSync(logFile).subarray(before).includes(options.ready);
				return ready && (answers === undefined || (await answers())) ? true : undefined;
			});
		} catch (error) {
			signal(started, 'SIGKILL');
			throw new Error(
				`${tail(logFile)}\n${(error as Error).message}; above is the end of ${logFile}`,
			);
		}
		isUp = true;
		started.once('exit', () => {
			if (isUp) onCrash?.();
		});
	};
	const kill = async () => {
		// The group is signalled even after its leader's end: n8n's task runner may have stayed.
		signal(child, 'SIGKILL');
		await ended(child);
	};
	const stop = async () => {
		isUp = false;
		signal(child, stopSignal);
		await Promise.race([ended(child), sleep(stopTimeoutMs, undefined, { ref: false })]);
		await kill();
	};
	const restart = async () => {
		await stop();
		await boot();
	};
	await boot();
	return { logFile, stop, kill, restart };
}

function launch({ folder, node, args, env }: ServiceOptions, log: number): ChildProcess {
	const child = spawn(node, ['--require', path.join(root, 'host/with-parent.cjs'), ...args], {
		cwd: folder,
		env: { ...outside(node), ...env },
		stdio: ['pipe', log, log],
		// A group of its own, so that what it starts can be ended with it.
		detached: process.platform !== 'win32',
		windowsHide: true,
	});
	child.on('error', () => undefined);
	// with-parent.cjs would do it as well, but only once the program has been loaded.
	endWithThis(child);
	return child;
}

const tail = (file: string) =>
	readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
