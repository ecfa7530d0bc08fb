import { rm } from 'node:fs/promises';
import os from 'node:os';
import { startHost } from '../../../host/host';
import { body } from '../../support/delivery';
import { ratios, spread, table } from '../../support/table';
import { settings, type Say } from '../settings';
import { packWithBothVersions } from './bothVersions';
import { CONNECTIONS } from './load';
import { measure, type Figures } from './measure';

/** Calls a second that n8n answers, with our trigger and with what people build without it. */
export async function benchCalls(say: Say): Promise<void> {
	const packageDir = await packWithBothVersions();
	try {
		const columns: Figures[][] = [];
		for (const { name, env } of settings) {
			say(`\nCalls, ${name}`);
			const host = await startHost({ folder: 'bench', packageDir, env, say });
			try {
				columns.push(await measure(host.rest, say));
			} finally {
				await host.stop();
			}
		}
		print(columns, say);
	} finally {
		await rm(packageDir, { recursive: true, force: true });
	}
}

function print(columns: readonly Figures[][], say: Say): void {
	const [cpu] = os.cpus();
	say(
		`\nCalls answered per second, ${body.length} bytes each, ${CONNECTIONS} connections, ` +
			`${os.cpus().length} cores (${cpu?.model ?? 'unknown'}); median (lowest to highest)\n`,
	);
	const names = settings.map(({ name }) => name);
	const [figures = []] = columns;
	const rows = figures.map(({ contender, call }, row) => [
		contender,
		call,
		...columns.map((column) => spread(column[row]?.rounds ?? [])),
	]);
	say(table(['workflow begins with', 'call', ...names], rows));

	const [ours] = figures;
	say(`\n${ours?.contender ?? ''}: how many times as many calls; median within a round\n`);
	const comparisons = figures
		.filter(({ contender }) => contender !== ours?.contender)
		.map(({ contender, call }) => [
			contender,
			call,
			...columns.map((column) => spread(timesAsMany(column, contender, call), 2)),
		]);
	say(table(['beside', 'call', ...names], comparisons));
}

/** The first contender's calls by those of another, for each round. */
function timesAsMany(figures: readonly Figures[], other: string, call: Figures['call']) {
	const [first] = figures;
	const roundsOf = (name: string | undefined, kind: Figures['call']) =>
		figures.find((one) => one.contender === name && one.call === kind)?.rounds ?? [];
	// Where nothing is checked, any call is as good as a genuine one.
	const ours = roundsOf(first?.contender, call === 'any' ? 'genuine' : call);
	return ratios(ours, roundsOf(other, call));
}
