import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import type { Caller } from '../../shared/operations/exchange';
import { pages } from '../../shared/operations/paging';
import { graphQl, type GraphQlRequest } from './graphQlRequest';

/** The most that iAdvize returns at once. */
export const PAGE_SIZE = 100;

/** All nodes of a Relay connection, a page at a time. */
export function connectionRows(
	context: Caller,
	field: string,
	request: (after: string | undefined) => GraphQlRequest,
	keyOf: (row: IDataObject) => unknown = ({ id }) => id,
): AsyncGenerator<IDataObject> {
	const getPage = async (after: string | undefined) => {
		const { [field]: connection } = await graphQl(context, request(after));
		const { edges, pageInfo } = (connection ?? {}) as IDataObject;
		const { hasNextPage, endCursor } = (pageInfo ?? {}) as IDataObject;
		return {
			rows: ((edges ?? []) as IDataObject[])
				.map(({ node }) => node)
				.filter(isObject) as IDataObject[],
			next: hasNextPage === true && typeof endCursor === 'string' ? endCursor : undefined,
		};
	};
	return pages(getPage, keyOf);
}
