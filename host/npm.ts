import { execFile, type ExecFileOptions } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs npm to its end, and gives what it printed; throws when npm fails. */
export async function npm(args: readonly string[], options: ExecFileOptions): Promise<string> {
	// Under an npm script, npm says where it is; on Windows a bare npm is a batch file.
	const cli = process.env.npm_execpath;
	const how = { ...options, encoding: 'utf8' } as const;
	const { stdout } = cli?.endsWith('.js')
		? await run(process.execPath, [cli, ...args], how)
		: await run('npm', args, { ...how, shell: process.platform === 'win32' });
	return stdout;
}
