import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import getPort from 'get-port';
import { root } from '../paths';
import { waitFor } from '../wait';
import { find } from './find';
import { configuration, nameOf, type Balance } from './haproxy';
import { startServer } from './server';

const CHANGE_MS = 60_000;

export interface Balancer {
	/** Without a trailing slash. */
	readonly url: string;
	readonly logFile: string;
	/** How many calls each processor has had since the balance was last set, by its address. */
	calls(): Promise<ReadonlyMap<string, number>>;
	/** How many calls wait until a processor may take them. */
	waiting(): Promise<number>;
	/** By address, until set otherwise. It is started again for that: calls under way are cut off. */
	setBalance(balance: Balance): Promise<void>;
	/** Does something with a processor that gets no call meanwhile, and has answered all of its own. */
	without(processor: string, work: () => Promise<void>): Promise<void>;
	stop(): Promise<void>;
}

/** Where it listens on the loopback interface, and the addresses of those that it stands in front of. */
interface Addresses {
	readonly port: number;
	readonly main: string;
	readonly processors: readonly string[];
}

/**
 * Starts HAProxy as `deploy` has it: production calls go to the processors, the rest to main.
 *
 * @param folder where its log is
 * @throws when HAProxy is missing, with how to install it
 */
export async function startBalancer(
	folder: string,
	{ port, main, processors }: Addresses,
): Promise<Balancer> {
	const program = find('haproxy');
	const file = path.join(folder, 'haproxy.cfg');
	const admin = await getPort({ host: '127.0.0.1' });
	const deployed = await readFile(path.join(root, 'deploy/haproxy.cfg'), 'utf8');
	const configure = (balance: Balance) =>
		writeFile(file, configuration(deployed, { port, main, processors, admin, balance }));
	await mkdir(folder, { recursive: true });
	await configure('address');
	const server = await startServer({
		...{ name: 'HAProxy', folder, program },
		args: ['-W', '-db', '-f', file],
		ready: 'Loading success',
	});
	const states = async () => {
		const table = await ask(admin, 'show stat');
		return processors.map((_, index) => stateIn(table, nameOf(index)));
	};
	return {
		url: `http://127.0.0.1:${port}`,
		logFile: server.logFile,
		async calls() {
			const all = await states();
			return new Map(processors.map((one, index) => [one, all[index]?.taken ?? NaN]));
		},
		async waiting() {
			return (await states()).reduce((sum, { waiting }) => sum + waiting, 0);
		},
		async setBalance(balance) {
			await configure(balance);
			await server.restart();
		},
		async without(processor, work) {
			const index = processors.indexOf(processor);
			const name = nameOf(index);
			const set = (state: string) => ask(admin, `set server processors/${name} state ${state}`);
			await set('drain');
			try {
				await waitFor(`${name} to answer its calls`, CHANGE_MS, async () => {
					const { open, waiting } = (await states())[index] ?? {};
					return open === 0 && waiting === 0 ? true : undefined;
				});
				await work();
			} finally {
				await set('ready');
			}
			await waitFor(`${name} to get calls again`, CHANGE_MS, async () =>
				(await states())[index]?.isUp ? true : undefined,
			);
		},
		stop: () => server.stop(),
	};
}

/** Has HAProxy do something, as an operator does. */
async function ask(port: number, command: string): Promise<string> {
	const socket = connect({ port, host: '127.0.0.1' });
	socket.write(`${command}\n`);
	return await text(socket);
}

/** What HAProxy's table says of a processor. */
function stateIn(table: string, name: string) {
	const [head = [], ...rows] = table.split('\n').map((line) => line.split(','));
	const row = rows.find(([backend, server]) => backend === 'processors' && server === name);
	if (!row) throw new Error(`HAProxy knows no ${name}`);
	const cell = (column: string) => row[head.indexOf(column)] ?? '';
	return {
		open: Number(cell('scur')),
		waiting: Number(cell('qcur')),
		taken: Number(cell('stot')),
		isUp: cell('status') === 'UP',
	};
}
