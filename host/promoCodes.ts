import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DataTable } from './dataTables';
import type { Rest } from './rest';

const TABLE = 'Promo Codes';
const COLUMNS = ['code', 'contact', 'conversation'];
const COUNT = 500;

const project = z.object({ data: z.object({ id: z.string() }) });

/** The table that the template for promo codes takes from, made as its note says. */
export async function promoCodes({ call, dataTables }: Rest): Promise<DataTable> {
	const { data } = await call('GET', '/rest/projects/personal', project);
	return await dataTables.ensure(data.id, TABLE, COLUMNS);
}

/** Fills the table as a shop would; once. */
export async function stockPromoCodes(rest: Rest): Promise<void> {
	const { dataTables } = rest;
	const table = await promoCodes(rest);
	if ((await dataTables.rows(table, 1)).length > 0) return;
	const codes = Array.from({ length: COUNT }, () => randomBytes(5).toString('hex').toUpperCase());
	await dataTables.add(
		table,
		codes.map((code) => ({ code: `THANKS-${code}` })),
	);
}
