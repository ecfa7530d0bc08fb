import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { textOf } from '../shared/fields';
import { inOrder, named, type Option } from '../shared/operations/options';
import { take } from '../shared/operations/paging';
import { byIndex, listRows, rowsIn, type Paging } from './api/paging';
import { salesIq } from './api/request';
import { CREDENTIAL } from './api/token';
import { KINDS } from './events';
import { withoutToken } from './registration/address';
import { DEFAULT_PORTAL, defaultPortalOf, portalPath } from './whichPortal';

// A longer list helps no one.
const MAX_OPTIONS = 1000;

function optionOf(row: IDataObject): Option {
	const { id, display_name: display, name, nick_name: nick, email_id: email } = row;
	const shown = [display, name, nick, email].map(textOf).find((text) => text !== null);
	return { name: shown ?? textOf(id) ?? '', value: textOf(id) ?? '', more: textOf(email) };
}

const pathOf = (context: ILoadOptionsFunctions) =>
	portalPath(context, context.getCurrentNodeParameter('portal', { extractValue: true }));

/** The rows of a portal as options, or what to do while it is not known which portal. */
async function inPortal(
	context: ILoadOptionsFunctions,
	rows: () => Promise<IDataObject[]>,
): Promise<INodePropertyOptions[]> {
	const isDefault = pathOf(context).endsWith(DEFAULT_PORTAL);
	const isMissing = isDefault && defaultPortalOf(await context.getCredentials(CREDENTIAL)) === '';
	if (isMissing) return [{ name: 'Choose a Portal First', value: '' }];
	return inOrder((await rows()).map(optionOf));
}

async function list(context: ILoadOptionsFunctions, path: string, paging: Paging) {
	return await inPortal(context, async () => {
		const request = { path: `${pathOf(context)}${path}` };
		return await take(listRows(context, request, paging, MAX_OPTIONS), MAX_OPTIONS);
	});
}

export const loadOptions = {
	async getApps(this: ILoadOptionsFunctions) {
		return await inPortal(this, async () =>
			rowsIn(await salesIq(this, { path: `${pathOf(this)}/apps` })),
		);
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
		return await inPortal(this, async () => {
			const path = `${pathOf(this)}/webhooks`;
			const rows: IDataObject[] = [];
			for (const type of KINDS)
				for (const { id, url } of rowsIn(await salesIq(this, { path, query: { type } })))
					rows.push({ id, name: `${withoutToken(textOf(url) ?? '')} (${type})` });
			return rows;
		});
	},
};

export const listSearch = {
	/** SalesIQ has no search for portals; a user has few of them. */
	async searchPortals(this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		const portals = rowsIn(await salesIq(this, { path: '/api/v2/portals' }));
		const options = portals.map(({ name, screenname: value }) => ({
			name: textOf(name) ?? textOf(value) ?? '',
			value: textOf(value) ?? '',
		}));
		return { results: named(options, text) };
	},
};
