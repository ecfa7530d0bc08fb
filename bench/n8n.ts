import { rm } from 'node:fs/promises';
import os from 'node:os';
import { startHost } from '../host/host';
import { packWithBothVersions } from './n8n/bothVersions';
import { CONNECTIONS } from './n8n/load';
import { measure, type Figures } from './n8n/measure';
import { body } from './support/delivery';
import { spread, table } from './support/table';

const LAZY = 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE';
const settings = [
	{ name: "n8n's default", env: { [LAZY]: 'false' } },
	{ name: `${LAZY}=true`, env: { [LAZY]: 'true' } },
];

const say = (line: string) => {
	console.log(line);
};

async function main(): Promise<void> {
	const packageDir = await packWithBothVersions();
	try {
		const columns: Figures[][] = [];
		for (const { name, env } of settings) {
			say(`\n${name}`);
			const host = await startHost({ folder: 'bench', packageDir, env, say });
			try {
				columns.push(await measure(host.rest, say));
			} finally {
				await host.stop();
			}
		}
		print(columns);
	} finally {
		await rm(packageDir, { recursive: true, force: true });
	}
}

function print(columns: readonly Figures[][]): void {
	const [cpu] = os.cpus();
	say(
		`\nCalls answered per second, ${body.length} bytes each, ${CONNECTIONS} connections, ` +
			`${os.cpus().length} cores (${cpu?.model ?? 'unknown'}); median (lowest to highest)\n`,
	);
	const rows = (columns[0] ?? []).map(({ contender, call }, row) => [
		contender,
		call,
		...columns.map((column) => spread(column[row]?.rounds ?? [])),
	]);
	say(table(['workflow begins with', 'call', ...settings.map(({ name }) => name)], rows));
}

// n8n goes with this process, whatever it was doing.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(name, () => process.exit(130));
}
main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
