import { mkdir } from 'node:fs/promises';
import getPort from 'get-port';
import { find } from './find';
import { startServer, type Server } from './server';

/** Starts Redis, which keeps the queue: each change is in its file before it is confirmed. */
export async function startRedis(folder: string): Promise<Server> {
	const program = find('redis-server');
	const port = await getPort({ host: '127.0.0.1' });
	await mkdir(folder, { recursive: true });
	const settings = { bind: '127.0.0.1', port, dir: folder, appendonly: 'yes', save: '' };
	const service = await startServer({
		name: 'Redis',
		folder,
		program,
		args: Object.entries(settings).flatMap(([key, value]) => [`--${key}`, String(value)]),
		ready: 'Ready to accept connections',
	});
	return { ...service, port };
}
