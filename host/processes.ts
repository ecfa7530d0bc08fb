import { spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** What a process needs to run at all; the task runner looks for `node` on the path. */
export function outside(node: string): Record<string, string> {
	const kept = ['TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot', 'windir', 'ComSpec', 'PATHEXT'];
	const env = kept.flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	const search = [path.dirname(node), process.env.PATH ?? ''].join(path.delimiter);
	return { ...Object.fromEntries(env), PATH: search };
}

/** Whether a child has ended, or never came to life. */
export const hasEnded = (child: ChildProcess) =>
	child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Resolves when a child has ended; at once when it has already. */
export async function ended(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	await new Promise((resolve) => child.once('exit', resolve));
}

/** Ends a child, which leads a group of its own, when this process ends. */
export function endWithThis(child: ChildProcess): void {
	const end = () => {
		signal(child, 'SIGKILL');
	};
	process.once('exit', end);
	child.once('exit', () => process.off('exit', end));
}

/** Signals a child that leads a group of its own, and all of that group. */
export function signal(child: ChildProcess, name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void {
	if (child.pid === undefined) return;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, name);
	} catch {
		// Nobody is left in the group.
	}
}
