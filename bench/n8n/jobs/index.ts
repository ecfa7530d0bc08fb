import { figure, spread, table } from '../../support/table';
import { settings, type Say } from '../settings';
import { measure, TOGETHER, type Figures } from './measure';

/** How long each job takes from the delivery to its outcome, how many n8n does, and what it keeps. */
export async function benchJobs(say: Say): Promise<void> {
	const columns: Figures[][] = [];
	for (const { name, env } of settings) {
		say(`\nJobs, ${name}`);
		columns.push(await measure(env, say));
	}
	const [figures = []] = columns;
	const eachOf = (row: number, values: (one: Figures) => readonly number[], digits = 0) =>
		columns.map((column) => {
			const one = column[row];
			return one ? spread(values(one), digits) : '';
		});
	const names = settings.map(({ name }) => name);

	say(
		'\nMilliseconds from the delivery to the outcome, one at a time; median (lowest to highest)\n',
	);
	const times = figures.map(({ template, nodes }, row) => [
		template,
		String(nodes),
		...eachOf(row, ({ ms }) => ms),
	]);
	say(table(['template', 'nodes', ...names], times));

	const { deliveries, atATime } = TOGETHER;
	say(`\nJobs done per second, ${deliveries} deliveries, ${atATime} at a time; the same\n`);
	const rates = figures.map(({ template }, row) => [
		template,
		...eachOf(row, ({ perSecond }) => perSecond, 1),
	]);
	say(table(['template', ...names], rates));

	say("\nWhat a job leaves in n8n's database\n");
	const left = figures.map(({ template, left: { rows, bytes } }) => [
		template,
		figure(sum(Object.values(rows)), 1),
		figure(bytes / 1024, 1),
		Object.entries(rows)
			.map(([name, more]) => `${name} ${figure(more, 1)}`)
			.join(', '),
	]);
	say(table(['template', 'rows', 'kB', 'rows by table'], left));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
