import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { node24 } from '../node24';
import { n8nModules, root } from '../paths';
import type { Server } from './server';

/** Does something while no worker is at anything, and calls are taken all the same; as an operator does it. */
export async function whilePaused(redis: Server, work: () => Promise<void>): Promise<void> {
	await tell(redis, 'pause');
	try {
		await work();
	} finally {
		await tell(redis, 'resume');
	}
}

/** What `deploy/queue.cjs` says to a command. */
export async function tell({ port }: Pick<Server, 'port'>, command: string): Promise<string> {
	const args = [path.join(root, 'deploy/queue.cjs'), command, path.join(n8nModules, 'n8n')];
	const env = { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) };
	return (await promisify(execFile)(node24(), args, { env })).stdout;
}
