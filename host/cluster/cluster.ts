import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { z } from 'zod';
import { startN8n, type N8n, type Role } from '../n8n';
import type { Proxy } from '../proxy';
import { settingsOf } from '../settings';
import { startBalancer, type Balancer } from './balancer';
import { startPostgres } from './postgres';
import { startRedis } from './redis';
import type { Server } from './server';
import { queueMode } from './settings';

/** How many processes of n8n there are beside the main one. */
export interface ClusterShape {
	readonly processors: number;
	readonly workers: number;
}

interface ClusterOptions extends ClusterShape {
	/** That of the main process, with the pack in it; the others have theirs below it. */
	readonly folder: string;
	readonly keep: boolean;
	/** Where the balancer listens. */
	readonly port: number;
	readonly proxy: Proxy;
	/** Settings of n8n, over those of the host. */
	readonly env?: Readonly<Record<string, string>>;
	readonly say: (line: string) => void;
}

export interface Cluster {
	readonly redis: Server;
	readonly postgres: Server;
	readonly balancer: Balancer;
	readonly main: N8n;
	readonly processors: readonly N8n[];
	readonly workers: readonly N8n[];
	stop(): Promise<void>;
}

/** n8n lets a worker finish what it is at for thirty seconds. */
const STOP_TIMEOUT_MS = 40_000;
const RESTART_MS = 1000;

const config = z.object({ encryptionKey: z.string() });

/**
 * Starts n8n in queue mode on a Redis and a PostgreSQL of its own. A process that ends by itself is
 * started again, as Docker does with `restart: always`.
 *
 * @throws when a server is missing on this machine, with how to install it
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
	const { folder, proxy, say } = options;
	const all: N8n[] = [];
	const servers: { stop(): Promise<void> }[] = [];
	let isStopping = false;
	const stop = async () => {
		isStopping = true;
		await Promise.all(all.map((one) => one.stop()));
		for (const server of servers.reverse()) await server.stop();
	};
	try {
		say('Starting PostgreSQL and Redis');
		const postgres = await startPostgres(path.join(folder, 'postgres'), options.keep);
		servers.push(postgres);
		const redis = await startRedis(path.join(folder, 'redis'));
		servers.push(redis);

		const start = async (name: string, role: Role, more: Record<string, string> = {}) => {
			const own = path.join(folder, name);
			const port = await getPort({ host: '127.0.0.1' });
			const env = {
				...(await settingsOf(own, port, proxy)),
				...queueMode(redis, postgres),
				...(role === 'worker' && healthOf(port)),
				...more,
				...options.env,
			};
			const onCrash = () => {
				say(`${name || 'main'} ended unexpectedly, and is started again`);
				void again();
			};
			const n8n = await startN8n({
				...{ folder: own, port, role, env, onCrash },
				stopTimeoutMs: STOP_TIMEOUT_MS,
			});
			const again = async () => {
				while (!isStopping) {
					await sleep(RESTART_MS);
					if (
						await n8n.restart().then(
							() => true,
							() => false,
						)
					)
						return;
				}
			};
			all.push(n8n);
			return n8n;
		};
		say('Starting n8n: main');
		const main = await start('', 'start');
		const { encryptionKey } = config.parse(
			JSON.parse(await readFile(path.join(folder, '.n8n/config'), 'utf8')),
		);
		const several = (name: string, role: Role, count: number) =>
			Promise.all(
				Array.from({ length: count }, async (_, index) => {
					const own = `${name}-${index + 1}`;
					say(`Starting n8n: ${own}`);
					await copyPack(folder, path.join(folder, own));
					return await start(own, role, { N8N_ENCRYPTION_KEY: encryptionKey });
				}),
			);
		const [processors, workers] = await Promise.all([
			several('webhook', 'webhook', options.processors),
			several('worker', 'worker', options.workers),
		]);
		const balancer = await startBalancer(path.join(folder, 'haproxy'), {
			port: options.port,
			main: main.url,
			processors: processors.map(({ url }) => url),
		});
		servers.push(balancer);
		return { redis, postgres, balancer, main, processors, workers, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** A worker listens for nothing else. */
const healthOf = (port: number) => ({
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	QUEUE_HEALTH_CHECK_PORT: String(port),
	N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
});

/** Installs in another folder what is installed in one. */
async function copyPack(from: string, to: string): Promise<void> {
	await mkdir(path.join(to, '.n8n'), { recursive: true });
	await cp(path.join(from, '.n8n/nodes'), path.join(to, '.n8n/nodes'), { recursive: true });
}
