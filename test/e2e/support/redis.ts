import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Host } from '../../../host/host';

/** What Redis at this port says to a command. */
export async function redisCli(port: number | undefined, ...command: string[]): Promise<string> {
	return (await promisify(execFile)('redis-cli', ['-p', String(port), ...command])).stdout.trim();
}

/** How many executions have ever been put into the queue: Redis numbers each with an INCR. */
export async function queued({ cluster }: Host): Promise<number> {
	const stats = await redisCli(cluster?.redis.port, 'INFO', 'commandstats');
	return Number(/cmdstat_incr:calls=(\d+)/.exec(stats)?.[1] ?? 0);
}

/** Takes the next job from the queue as a worker does, which is gone before it has begun with it. */
export async function takeJob({ cluster }: Host): Promise<void> {
	await redisCli(cluster?.redis.port, 'RPOPLPUSH', 'bull:jobs:wait', 'bull:jobs:active');
}
