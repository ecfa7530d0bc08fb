import path from 'node:path';
import { root } from '../paths';
import { startService, type Service } from '../service';

/** Who a server runs as; oneself unless given. */
export interface User {
	readonly uid: number;
	readonly gid: number;
}

interface ServerOptions {
	readonly name: string;
	readonly folder: string;
	/** Path of the program. */
	readonly program: string;
	readonly args: readonly string[];
	readonly user?: User;
	/** What it writes into its log when it takes connections. */
	readonly ready: string;
}

/** Starts a server that is no Node.js program; it ends with this process all the same. */
export const startServer = ({ name, folder, program, args, user, ready }: ServerOptions) =>
	startService({
		name,
		folder,
		logFile: path.join(folder, `${name.toLowerCase()}.log`),
		node: process.execPath,
		args: [
			path.join(root, 'host/cluster/serve.cjs'),
			...['serve', String(user?.uid ?? '-'), String(user?.gid ?? '-')],
			...[program, ...args],
		],
		ready,
		// PostgreSQL takes SIGTERM as: once everyone has left.
		stopSignal: 'SIGINT',
	});

/** A server of the cluster, on the loopback interface. */
export interface Server extends Service {
	readonly port: number;
}
