import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Host } from '../../../host/host';

const redisCli = async ({ cluster }: Host, ...command: string[]): Promise<string> =>
	(await promisify(execFile)('redis-cli', ['-p', String(cluster?.redis.port), ...command])).stdout;

/** How many executions have ever been put into the queue: Redis numbers each with an INCR. */
export async function queued(host: Host): Promise<number> {
	const stats = await redisCli(host, 'INFO', 'commandstats');
	return Number(/cmdstat_incr:calls=(\d+)/.exec(stats)?.[1] ?? 0);
}

/** Takes the next job from the queue as a worker does, which is gone before it has begun with it. */
export async function takeJob(host: Host): Promise<void> {
	await redisCli(host, 'RPOPLPUSH', 'bull:jobs:wait', 'bull:jobs:active');
}
