/**
 * `node queue.cjs <pause|resume> [folder of n8n]`, where n8n's settings are: before workers are started
 * again, and after. Paused, the queue takes on what comes and gives out nothing; this ends once workers
 * have finished what they are at. Main must not run meanwhile: it looks for executions only where they
 * are while the queue goes on, and marks all others as Crashed.
 *
 * A worker that is told to end waits only for what it has begun. What it has just taken from the queue
 * then fails, and is lost, in n8n 2.41.1.
 */
const { createRequire } = require('node:module');
const { setTimeout: sleep } = require('node:timers/promises');

const LOOK_MS = 250;
const SAY_MS = 5_000;
const LIMIT_MS = 600_000;
/** A job that has just been taken has no lock for a moment. */
const LOOKS = 3;

const [, , command = '', n8n = '/usr/local/lib/node_modules/n8n'] = process.argv;
const { env } = process;
let isPaused = false;

function open() {
	const Bull = createRequire(`${n8n}/package.json`)('bull');
	return new Bull('jobs', {
		prefix: env.QUEUE_BULL_PREFIX || 'bull',
		redis: {
			host: env.QUEUE_BULL_REDIS_HOST || 'localhost',
			port: Number(env.QUEUE_BULL_REDIS_PORT || 6379),
			username: env.QUEUE_BULL_REDIS_USERNAME || undefined,
			password: env.QUEUE_BULL_REDIS_PASSWORD || undefined,
			db: Number(env.QUEUE_BULL_REDIS_DB || 0),
			tls: env.QUEUE_BULL_REDIS_TLS === 'true' ? {} : undefined,
			retryStrategy: () => null,
		},
	});
}

async function main() {
	if (!['pause', 'resume'].includes(command)) throw new Error('Say "pause" or "resume"');
	const queue = open();
	queue.on('error', fail);
	await queue.isReady();
	if (command === 'resume') {
		await queue.resume();
		console.log('The queue goes on');
	} else {
		await queue.pause();
		isPaused = true;
		console.log('The queue is paused: "resume" lets it go on');
		for (let waited = 0, looks = 0; looks < LOOKS; waited += LOOK_MS) {
			const held = await countHeld(queue);
			looks = held === 0 ? looks + 1 : 0;
			if (held > 0 && waited % SAY_MS === 0) {
				console.log(`Executions that workers are still at: ${held}`);
			}
			if (waited >= LIMIT_MS) throw new Error('Workers are still at work after ten minutes');
			await sleep(LOOK_MS);
		}
		console.log('Workers are at nothing any more');
	}
	await queue.close();
}

/**
 * How many jobs a living worker is at: it renews their locks. What a killed one was at stays listed.
 *
 * @param {any} queue
 * @returns {Promise<number>}
 */
async function countHeld(queue) {
	const { client } = queue;
	/** @type {string[]} */
	const ids = await client.lrange(queue.toKey('active'), 0, -1);
	const locks = await Promise.all(ids.map((id) => client.exists(`${queue.toKey(id)}:lock`)));
	return locks.filter(Boolean).length;
}

/** @param {unknown} error */
function fail(error) {
	console.error(error instanceof Error ? error.message : String(error));
	if (isPaused) console.error('The queue is still paused: "resume" lets it go on');
	process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => fail(signal));
main().catch(fail);
