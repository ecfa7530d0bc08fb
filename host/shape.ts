import { startCluster, type Cluster, type ClusterShape } from './cluster/cluster';
import { startN8n, type N8n } from './n8n';
import type { Proxy } from './proxy';
import { settingsOf } from './settings';

interface ShapeOptions {
	readonly folder: string;
	readonly keep?: boolean;
	/** Where n8n is reached, however many processes it is. */
	readonly port: number;
	readonly proxy: Proxy;
	readonly cluster?: ClusterShape;
	/** Settings of n8n, over those of the host. */
	readonly env?: Readonly<Record<string, string>>;
	/** Called when n8n is one process and ends without having been told to. */
	readonly onCrash?: () => void;
	readonly say: (line: string) => void;
}

export interface Shape {
	/** Of a cluster its main process, at the address of the balancer. */
	readonly n8n: N8n;
	/** None where n8n is one process. */
	readonly cluster?: Cluster;
	stop(): Promise<void>;
}

/** Starts n8n as one process on SQLite, or as a cluster. */
export async function startShape({ cluster: wanted, ...options }: ShapeOptions): Promise<Shape> {
	const { folder, keep = false, port, proxy, onCrash } = options;
	if (wanted) {
		const cluster = await startCluster({ ...options, ...wanted, keep });
		const n8n = { ...cluster.main, url: cluster.balancer.url };
		return { n8n, cluster, stop: () => cluster.stop() };
	}
	const env = { ...(await settingsOf(folder, port, proxy)), ...options.env };
	const n8n = await startN8n({ folder, port, env, onCrash });
	return { n8n, stop: () => n8n.stop() };
}
