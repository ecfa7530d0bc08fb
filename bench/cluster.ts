import { benchCluster } from './cluster/index';

// All processes go with this one, whatever they were doing.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(name, () => process.exit(130));
}
benchCluster(console.log).then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
