import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { textOf } from '../shared/fields';
import { inOrder, type Option } from '../shared/operations/options';
import { take } from '../shared/operations/paging';
import { byIndex, listRows, rowsIn, type Paging } from './api/paging';
import { salesIq } from './api/request';
import { KINDS } from './events';
import { withoutToken } from './registration/address';
import { portalPath } from './whichPortal';

// A longer list helps no one.
const MAX_OPTIONS = 1000;

function optionOf(row: IDataObject): Option {
	const { id, display_name: display, name, nick_name: nick, email_id: email } = row;
	const shown = [display, name, nick, email].map(textOf).find((text) => text !== null);
	return { name: shown ?? textOf(id) ?? '', value: textOf(id) ?? '', more: textOf(email) };
}

const pathOf = (context: ILoadOptionsFunctions) =>
	portalPath(context, context.getCurrentNodeParameter('portal', { extractValue: true }));

async function list(context: ILoadOptionsFunctions, path: string, paging: Paging) {
	const request = { path: `${pathOf(context)}${path}` };
	const rows = await take(listRows(context, request, paging, MAX_OPTIONS), MAX_OPTIONS);
	return inOrder(rows.map(optionOf));
}

export const loadOptions = {
	async getApps(this: ILoadOptionsFunctions) {
		const rows = rowsIn(await salesIq(this, { path: `${pathOf(this)}/apps` }));
		return inOrder(rows.map(optionOf));
	},
	async getCategories(this: ILoadOptionsFunctions) {
		return await list(this, '/articlecategories', byIndex(true));
	},
	async getDepartments(this: ILoadOptionsFunctions) {
		return await list(this, '/departments', byIndex(false));
	},
	async getOperators(this: ILoadOptionsFunctions) {
		return await list(this, '/operators', byIndex(false));
	},
	async getWebhooks(this: ILoadOptionsFunctions) {
		const options: Option[] = [];
		for (const type of KINDS) {
			const path = `${pathOf(this)}/webhooks`;
			for (const { id, url } of rowsIn(await salesIq(this, { path, query: { type } }))) {
				const address = withoutToken(textOf(url) ?? '');
				options.push({ name: `${address} (${type})`, value: textOf(id) ?? '' });
			}
		}
		return inOrder(options);
	},
};

export const listSearch = {
	/** SalesIQ has no search for portals; a user has few of them. */
	async searchPortals(this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		const wanted = text.toLowerCase();
		const portals = rowsIn(await salesIq(this, { path: '/api/v2/portals' }));
		return {
			results: portals
				.map(({ name, screenname: value }) => ({
					name: textOf(name) ?? textOf(value) ?? '',
					value: textOf(value) ?? '',
				}))
				.filter(({ name }) => name.toLowerCase().includes(wanted)),
		};
	},
};
