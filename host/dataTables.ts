import { z } from 'zod';
import type { RestClient } from './restClient';

const table = z.object({ id: z.string(), name: z.string(), projectId: z.string() });
/** Columns by name, beside n8n's own `id`, `createdAt` and `updatedAt`. */
const row = z.object({ id: z.number() }).catchall(z.unknown());

const pageOf = <S extends z.ZodTypeAny>(entry: S) =>
	z.object({ data: z.object({ count: z.number(), data: z.array(entry) }) });

export type DataTable = z.output<typeof table>;
type DataTableRow = z.output<typeof row>;

/** The Data Tables of an n8n. */
export function dataTables({ call }: RestClient) {
	const list = async (): Promise<DataTable[]> =>
		(await call('GET', '/rest/data-tables-global?take=100', pageOf(table))).data.data;

	const named = async (name: string) => (await list()).find((one) => one.name === name);

	return {
		list,

		/** The table of this name; undefined where there is none. */
		named,

		/** The newest first. */
		async rows({ id, projectId }: DataTable, limit = 50): Promise<DataTableRow[]> {
			const path = `/rest/projects/${projectId}/data-tables/${id}/rows`;
			const query = `take=${limit}&sortBy=id:desc`;
			return (await call('GET', `${path}?${query}`, pageOf(row))).data.data;
		},

		/** How many rows there are. */
		async count({ id, projectId }: DataTable): Promise<number> {
			const path = `/rest/projects/${projectId}/data-tables/${id}/rows?take=1`;
			return (await call('GET', path, pageOf(row))).data.count;
		},

		/** The table of this name; made with these columns of text when there is none. */
		async ensure(projectId: string, name: string, columns: readonly string[]): Promise<DataTable> {
			const known = await named(name);
			if (known) return known;
			const body = { name, columns: columns.map((column) => ({ name: column, type: 'string' })) };
			const answer = z.object({ data: table });
			return (await call('POST', `/rest/projects/${projectId}/data-tables`, answer, body)).data;
		},

		/** Changes the row of that number. */
		async update({ id, projectId }: DataTable, rowId: number, data: Record<string, unknown>) {
			const path = `/rest/projects/${projectId}/data-tables/${id}/rows`;
			const equals = { columnName: 'id', condition: 'eq', value: rowId };
			await call('PATCH', path, z.unknown(), { filter: { type: 'and', filters: [equals] }, data });
		},

		/** Adds rows, of which columns may be missing. */
		async add({ id, projectId }: DataTable, data: readonly Record<string, unknown>[]) {
			const path = `/rest/projects/${projectId}/data-tables/${id}/insert`;
			await call('POST', path, z.unknown(), { data, returnType: 'count' });
		},
	};
}
