import { benchCalls } from './n8n/calls';
import { benchDashboard } from './n8n/dashboard';
import { benchJobs } from './n8n/jobs';

const PARTS = { calls: benchCalls, jobs: benchJobs, dashboard: benchDashboard };

/** Measures in a private n8n: what is named, all parts unless anything is. */
async function main(names: readonly string[]): Promise<void> {
	for (const [name, bench] of Object.entries(PARTS)) {
		if (names.length === 0 || names.includes(name)) await bench(console.log);
	}
}

// n8n goes with this process, whatever it was doing.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(name, () => process.exit(130));
}
main(process.argv.slice(2)).then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
