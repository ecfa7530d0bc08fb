import { DateTime } from 'luxon';
import type { DataTable } from '../../../host/dataTables';
import type { Rest } from '../../../host/rest';
import { PACKED } from '../../../scripts/templates/jobs/csatDashboard';
import { RATINGS } from '../../../scripts/templates/pieces/ratings';
import { row, sumUp } from '../../../test/support/dashboard';

const BATCH = 1000;
const AGENTS = Array.from({ length: 40 }, (_, i) => `Agent ${i + 1}`);
const CHANNELS = ['chat', 'whatsapp', 'voice'];

/**
 * Adds ratings of the last 90 days to the dashboard's table until there are so many, and packs them as
 * the template does every hour.
 */
export async function fill(
	{ dataTables }: Rest,
	size: number,
	say: (done: number) => void,
): Promise<void> {
	const called = async (name: string): Promise<DataTable> => {
		const table = await dataTables.named(name);
		if (!table) throw new Error(`There is no table "${name}"`);
		return table;
	};
	const ratings = await called(RATINGS);
	const there = await dataTables.count(ratings);
	for (let from = there; from < size; from += BATCH) {
		const count = Math.min(BATCH, size - from);
		await dataTables.add(
			ratings,
			Array.from({ length: count }, (_, i) => ratingOf(from + i)),
		);
		if ((from + count) % 20_000 === 0) say(from + count);
	}
	// n8n numbers the rows of a new table from 1.
	const all = Array.from({ length: size }, (_, i) => ({ ...row(''), ...ratingOf(i), id: i + 1 }));
	// As an hour later, else what was added within its last minute would be read once more.
	const [packed = {}] = sumUp(all, { isHour: true, now: DateTime.utc().plus({ minutes: 2 }) });
	const table = await called(PACKED);
	const [known] = await dataTables.rows(table, 1);
	if (known) await dataTables.update(table, known.id, packed);
	else await dataTables.add(table, [packed]);
}

const FIRST = DateTime.utc();

function ratingOf(number: number) {
	const pick = <T>(list: readonly T[]) => list[number % list.length];
	return {
		conversation: `iadvize ${number}`,
		vendor: 'iadvize',
		channel: pick(CHANNELS),
		inbox: `Shop ${number % 5}`,
		agent: pick(AGENTS),
		contact: `Visitor ${number}`,
		csat: 1 + ((number * 7) % 5),
		at: FIRST.minus({ minutes: number % (89 * 24 * 60) }).toISO(),
		...(number % 10 === 0 && { comment: 'What a visitor wrote, in a sentence or two.' }),
	};
}
