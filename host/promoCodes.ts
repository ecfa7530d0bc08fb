import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Rest } from './rest';

const TABLE = 'Promo Codes';
const COLUMNS = ['code', 'contact', 'job'];
const COUNT = 500;

const project = z.object({ data: z.object({ id: z.string() }) });

/** Fills the table that the template for promo codes takes from, as a shop would; once. */
export async function stockPromoCodes({ call, dataTables }: Rest): Promise<void> {
	const { data } = await call('GET', '/rest/projects/personal', project);
	const table = await dataTables.ensure(data.id, TABLE, COLUMNS);
	if ((await dataTables.rows(table, 1)).length > 0) return;
	const codes = Array.from({ length: COUNT }, () => randomBytes(5).toString('hex').toUpperCase());
	await dataTables.add(
		table,
		codes.map((code) => ({ code: `THANKS-${code}` })),
	);
}
