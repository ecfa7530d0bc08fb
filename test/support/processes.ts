import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasEnded, signal } from '../../host/processes';
import { waitFor } from '../../host/wait';

const root = path.join(__dirname, '../..');

/** A command in a terminal of its own, as far as signals go. */
export interface Terminal {
	/** All that it has printed so far. */
	output(): string;
	/** The first match in what it prints. */
	prints(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
	/** Resolves with its exit code; null when a signal ended it. */
	ended: Promise<number | null>;
	/** What Ctrl-C does: every process of the terminal gets the signal. */
	interrupt(): void;
	/** Ends it at once, whatever it does. */
	kill(): void;
}

/** Types a command into a shell, in the folder of the repository. */
export function type(command: string, env: Record<string, string> = {}): Terminal {
	const child = spawn(command, {
		cwd: root,
		env: { ...process.env, ...env },
		shell: true,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (part: string) => {
			text += part;
		});
	}
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	return {
		output: () => text,
		ended,
		async prints(pattern, timeoutMs) {
			return await waitFor(`"${command}" to print ${String(pattern)}`, timeoutMs, () => {
				const found = pattern.exec(text);
				if (found === null && hasEnded(child)) throw new Error(`"${command}" ended:\n${text}`);
				return found ?? undefined;
			});
		},
		interrupt: () => {
			signal(child, 'SIGINT');
		},
		kill: () => {
			signal(child, 'SIGKILL');
		},
	};
}

/** IDs of the processes whose environment names a word; only Linux tells, elsewhere there are none. */
export function processesWith(word: string): string[] {
	if (process.platform !== 'linux') return [];
	return readdirSync('/proc').filter((id) => {
		try {
			return /^\d+$/.test(id) && readFileSync(`/proc/${id}/environ`, 'utf8').includes(word);
		} catch {
			// It has ended meanwhile, or is somebody else's.
			return false;
		}
	});
}
