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

type List = (context: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const apps: List = (context) =>
	inPortal(context, async () =>
		rowsIn(await salesIq(context, { path: `${pathOf(context)}/apps` })),
	);
const categories: List = (context) => list(context, '/articlecategories', byIndex(true));
const departments: List = (context) => list(context, '/departments', byIndex(false));
const operators: List = (context) => list(context, '/operators', byIndex(false));
const webhooks: List = (context) =>
	inPortal(context, async () => {
		const path = `${pathOf(context)}/webhooks`;
		const rows: IDataObject[] = [];
		for (const type of KINDS)
			for (const { id, url } of rowsIn(await salesIq(context, { path, query: { type } })))
				rows.push({ id, name: `${withoutToken(textOf(url) ?? '')} (${type})` });
		return rows;
	});

/** SalesIQ has no search for portals; a user has few of them. */
async function portals(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const rows = rowsIn(await salesIq(context, { path: '/api/v2/portals' }));
	return rows.map(({ name, screenname: value }) => ({
		name: textOf(name) ?? textOf(value) ?? '',
		value: textOf(value) ?? '',
	}));
}

/** For fields that take several, where n8n has no search. */
const load = (all: List) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await all(this);
	};

export const loadOptions = {
	getApps: load(apps),
	getDepartments: load(departments),
	getOperators: load(operators),
};

/** SalesIQ documents no search by name, so the list is searched here. */
const searchIn = (all: List) =>
	async function (this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		return { results: named(await all(this), text) };
	};

export const listSearch = {
	searchApps: searchIn(apps),
	searchCategories: searchIn(categories),
	searchDepartments: searchIn(departments),
	searchOperators: searchIn(operators),
	searchPortals: searchIn(portals),
	searchWebhooks: searchIn(webhooks),
};
