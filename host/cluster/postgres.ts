import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { find } from './find';
import { startServer, type Server, type User } from './server';

const run = promisify(execFile);

/** The user and the database that `initdb` makes. */
export const POSTGRES = { user: 'n8n', database: 'postgres' };

/**
 * Starts PostgreSQL on a cluster of its own. It refuses to run as root, so root has it run as another
 * user, and outside of a home that is closed to others.
 *
 * @param folder where its log is, and its data unless it is root's
 * @param keep whether to go on with the data of an earlier start
 */
export async function startPostgres(folder: string, keep: boolean): Promise<Server> {
	const [initdb, program] = [find('initdb'), find('postgres')];
	const port = await getPort({ host: '127.0.0.1' });
	const user = process.getuid?.() === 0 ? await someoneElse() : undefined;
	const data = user
		? path.join(os.tmpdir(), `n8n-host-${folder.replaceAll(/\W+/g, '-')}`)
		: path.join(folder, 'data');
	if (!keep) await rm(data, { recursive: true, force: true });
	if (!existsSync(data)) {
		await mkdir(data, { recursive: true, mode: 0o700 });
		if (user) await chown(data, user.uid, user.gid);
		const how = ['--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
		await run(initdb, ['-D', data, '-U', POSTGRES.user, ...how], { cwd: '/', ...user });
	}
	const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
	const service = await startServer({
		name: 'PostgreSQL',
		folder,
		program,
		args: ['-D', data, ...Object.entries(settings).flatMap(([key, to]) => ['-c', `${key}=${to}`])],
		user,
		ready: 'database system is ready to accept connections',
	});
	return { ...service, port };
}

/** Debian's package makes a user called postgres; nobody is everywhere. */
async function someoneElse(): Promise<User> {
	const id = async (flag: string, name: string) => Number((await run('id', [flag, name])).stdout);
	const of = async (name: string) => ({ uid: await id('-u', name), gid: await id('-g', name) });
	return await of('postgres').catch(() => of('nobody'));
}
