import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { textOf, trimmed } from '../shared/fields';
import { inOrder, named } from '../shared/operations/options';
import { rowsIn } from './api/answers';
import { messangi } from './api/request';
import { listPath } from './resources/fields';

export const listSearch = {
	/** Messangi documents neither a search nor paging: one answer has all lists. */
	async searchLists(this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		const path = listPath({
			text: (name) => trimmed(this.getCurrentNodeParameter(name)),
			refuse: (message, description) =>
				new NodeOperationError(this.getNode(), message, { description }),
		});
		const results = rowsIn(await messangi(this, { path })).flatMap(({ id, name }) => {
			const value = textOf(id);
			return value === null ? [] : [{ name: textOf(name) ?? value, value }];
		});
		return { results: named(inOrder(results), text) };
	},
};
