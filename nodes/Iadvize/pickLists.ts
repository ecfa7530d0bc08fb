import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { textOf } from '../shared/fields';
import { inOrder, named, type Option } from '../shared/operations/options';
import { take } from '../shared/operations/paging';
import { connectionRows, PAGE_SIZE } from './api/connection';
import { own } from './api/graphQlRequest';
import { nodesText } from './api/graphQlText';
import { rest, rowsIn } from './api/restRequest';

// A longer list helps no one; users with more operators search for them.
const MAX_OPTIONS = 1000;

const optionOf = ({ id, name, label, email }: IDataObject): Option => ({
	name: textOf(name) ?? textOf(label) ?? String(id as number),
	value: id as number,
	more: textOf(email),
});

/** One page of a REST resource, of names that contain the text, and the number of the next page. */
async function pageOf(context: ILoadOptionsFunctions, path: string, text: string, page: string) {
	const filters = text === '' ? {} : { name: `*${text}*` };
	const query = { full: 1, limit: PAGE_SIZE, page, filters };
	const answer = await rest(context, { path, query });
	const isLast = Number(page) >= Number(answer.pagination.pages ?? 0);
	return {
		options: rowsIn(answer).map(optionOf),
		next: isLast ? undefined : String(Number(page) + 1),
	};
}

/** The whole of a REST resource, as far as a pick list can show it. */
async function listRest(
	context: ILoadOptionsFunctions,
	path: string,
): Promise<INodePropertyOptions[]> {
	const all: Option[] = [];
	let page: string | undefined = '1';
	while (page !== undefined && all.length < MAX_OPTIONS) {
		const { options, next } = await pageOf(context, path, '', page);
		all.push(...options);
		page = next;
	}
	return inOrder(all);
}

/** The projects that the user in the credential may see. */
async function listProjects(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const rows = connectionRows(context, 'projects', (after) =>
		own(nodesText('projects', { first: PAGE_SIZE, after })),
	);
	return inOrder((await take(rows, MAX_OPTIONS)).map(optionOf));
}

export const loadOptions = {
	async getProjects(this: ILoadOptionsFunctions) {
		return await listProjects(this);
	},
	async getSkills(this: ILoadOptionsFunctions) {
		return await listRest(this, '/skill');
	},
	async getWebsites(this: ILoadOptionsFunctions) {
		return await listRest(this, '/website');
	},
};

/** iAdvize documents a search by name for operators only, so all of the others are searched here. */
const searchIn = (list: (context: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>) =>
	async function (this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		return { results: named(await list(this), text) };
	};

export const listSearch = {
	async searchOperators(
		this: ILoadOptionsFunctions,
		text = '',
		page = '1',
	): Promise<INodeListSearchResult> {
		const { options, next } = await pageOf(this, '/operator', text, page);
		return { results: inOrder(options), paginationToken: next };
	},

	searchGroups: searchIn((context) => listRest(context, '/group')),
	searchProjects: searchIn(listProjects),
	searchSkills: searchIn((context) => listRest(context, '/skill')),
	searchTags: searchIn((context) => listRest(context, '/tag')),
	searchWebsites: searchIn((context) => listRest(context, '/website')),
};
