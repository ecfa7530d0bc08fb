import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { byName } from '../shared/operations/locators';
import { take } from '../shared/operations/paging';
import { connectionRows, PAGE_SIZE } from './api/connection';
import { own } from './api/graphQlRequest';
import { nodesText } from './api/graphQlText';
import { rest, rowsIn } from './api/restRequest';

// A longer list helps no one; users with more operators search for them.
const MAX_OPTIONS = 1000;

const optionOf = ({ id, name, label }: IDataObject): INodePropertyOptions => ({
	name: ((name ?? label) as string | undefined) ?? String(id as number),
	value: id as number,
});

/** One page of a REST resource whose names contain the text. */
async function searchRest(
	context: ILoadOptionsFunctions,
	path: string,
	text = '',
	page = '1',
): Promise<INodeListSearchResult> {
	const filters = text === '' ? {} : { name: `*${text}*` };
	const query = { full: 1, limit: PAGE_SIZE, page, filters };
	const answer = await rest(context, { path, query });
	const isLast = Number(page) >= Number(answer.pagination.pages ?? 0);
	return {
		results: rowsIn(answer).map(optionOf).sort(byName),
		paginationToken: isLast ? undefined : String(Number(page) + 1),
	};
}

/** The whole of a REST resource, as far as a pick list can show it. */
async function listRest(
	context: ILoadOptionsFunctions,
	path: string,
): Promise<INodePropertyOptions[]> {
	const options: INodePropertyOptions[] = [];
	let page: unknown = '1';
	while (typeof page === 'string' && options.length < MAX_OPTIONS) {
		const found: INodeListSearchResult = await searchRest(context, path, '', page);
		options.push(...found.results);
		page = found.paginationToken;
	}
	return options.sort(byName);
}

/** The projects that the user in the credential may see. */
async function listProjects(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const rows = connectionRows(context, 'projects', (after) =>
		own(nodesText('projects', { first: PAGE_SIZE, after })),
	);
	return (await take(rows, MAX_OPTIONS)).map(optionOf).sort(byName);
}

export const loadOptions = {
	async getGroups(this: ILoadOptionsFunctions) {
		return await listRest(this, '/group');
	},
	async getOperators(this: ILoadOptionsFunctions) {
		return await listRest(this, '/operator');
	},
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

export const listSearch = {
	async searchOperators(this: ILoadOptionsFunctions, text?: string, page?: string) {
		return await searchRest(this, '/operator', text, page);
	},

	/** iAdvize has no search for projects, so all of them are searched here. */
	async searchProjects(this: ILoadOptionsFunctions, text = ''): Promise<INodeListSearchResult> {
		const wanted = text.toLowerCase();
		const projects = await listProjects(this);
		return { results: projects.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	},
};
