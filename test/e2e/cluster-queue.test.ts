import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { tell } from '../../host/cluster/queue';
import { startRedis } from '../../host/cluster/redis';
import type { Server } from '../../host/cluster/server';
import { redisCli } from './support/redis';

/** What `deploy/queue.cjs` does to the queue of n8n; cluster-change has it with n8n at work. */

/** As a worker that is at the job has it. */
const LOCK = 'bull:jobs:1:lock';
const PAUSED = 'bull:jobs:meta-paused';
const ACTIVE = 'bull:jobs:active';

let redis: Server;

beforeAll(async () => {
	redis = await startRedis(await mkdtemp(path.join(os.tmpdir(), 'queue-')));
});

afterAll(async () => {
	await redis.stop();
});

const cli = (...command: string[]) => redisCli(redis.port, ...command);

test('paused, it has ended only once workers are at nothing any more; resumed, the queue goes on', async () => {
	// A killed worker has left the other one.
	await cli('RPUSH', ACTIVE, '1', '2');
	await cli('SET', LOCK, 'worker');
	let said: string | undefined;
	const pausing = tell(redis, 'pause').then((text) => {
		said = text;
	});
	while ((await cli('EXISTS', PAUSED)) === '0') await sleep(50);
	await sleep(600);
	expect(said).toBeUndefined();
	await cli('DEL', LOCK);
	await pausing;
	expect(said?.trim().split('\n')).toEqual([
		'The queue is paused: "resume" lets it go on',
		'Executions that workers are still at: 1',
		'Workers are at nothing any more',
	]);
	expect(await tell(redis, 'resume')).toBe('The queue goes on\n');
	expect(await cli('EXISTS', PAUSED)).toBe('0');
});

test('Redis goes away meanwhile: it says that the queue is still paused', async () => {
	await cli('SET', LOCK, 'worker');
	const pausing = tell(redis, 'pause');
	const failure = expect(pausing).rejects.toMatchObject({
		stderr: expect.stringContaining('The queue is still paused: "resume" lets it go on') as string,
	});
	while ((await cli('EXISTS', PAUSED)) === '0') await sleep(50);
	await sleep(600);
	await redis.restart();
	await failure;
	expect(await tell(redis, 'resume')).toBe('The queue goes on\n');
});

test('no Redis, or another word: one line that says so', async () => {
	const nobody = { port: await getPort({ host: '127.0.0.1' }) };
	await expect(tell(nobody, 'pause')).rejects.toMatchObject({
		stderr: `connect ECONNREFUSED 127.0.0.1:${nobody.port}\n`,
	});
	await expect(tell(redis, 'stop')).rejects.toMatchObject({ stderr: 'Say "pause" or "resume"\n' });
});
