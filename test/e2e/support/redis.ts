import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Host } from '../../../host/host';

/** How many executions have ever been put into the queue: Redis numbers each with an INCR. */
export async function queued({ cluster }: Host): Promise<number> {
	const asked = ['-p', String(cluster?.redis.port), 'INFO', 'commandstats'];
	const { stdout } = await promisify(execFile)('redis-cli', asked);
	return Number(/cmdstat_incr:calls=(\d+)/.exec(stdout)?.[1] ?? 0);
}
