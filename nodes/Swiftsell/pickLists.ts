import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { isObject, listOf, textOf } from '../shared/fields';
import { inOrder, named } from '../shared/operations/options';
import { accountPath } from './api/address';
import { swiftsell } from './api/request';

// The page size of the sister product; who has more bots searches by key.
const MAX_OPTIONS = 100;

export const listSearch = {
	/** Bots by name; which other keys a row has is not documented, so odd rows are left out. */
	async searchBots(this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		const path = `${await accountPath(this)}/bots`;
		const { bots } = await swiftsell(this, { path, query: { limit: MAX_OPTIONS, offset: 0 } });
		const rows = listOf(bots).filter(isObject);
		const results = rows.flatMap(({ name, bot_key: key }) => {
			const value = textOf(key);
			return value === null ? [] : [{ name: textOf(name) ?? value, value }];
		});
		if (rows.length > 0 && results.length === 0) {
			throw new NodeOperationError(this.getNode(), 'The list of bots contains no keys', {
				description: "Choose By Key instead; the key is on the bot's trigger block",
			});
		}
		return { results: named(inOrder(results), text) };
	},
};
