import { withoutEmpty } from '../../shared/operations/call';
import type { Resource } from '../../shared/operations/operation';
import { byIndex, rowsIn } from '../api/paging';
import { required, text } from '../../shared/operations/fields';
import { apps, department } from './fields';
import { inPortal, listInPortal } from './operation';
import * as output from './outputs';

/** Tags, blocked IPs, articles: what a portal keeps besides conversations. */

const createTag = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create tag',
		description: 'Create a tag to mark conversations, visitors, contacts or companies with',
	},
	fields: [
		required(text('Name', 'name', 'Refund')),
		{ displayName: 'Color', name: 'color', type: 'color', default: '#ff7609', required: true },
		{
			displayName: 'Module',
			name: 'module',
			type: 'options',
			default: 'conversations',
			options: [
				{ name: 'Companies', value: 'companies' },
				{ name: 'Contacts', value: 'contacts' },
				{ name: 'Conversations', value: 'conversations' },
				{ name: 'Visitors', value: 'visitors' },
			],
		},
	],
	output: output.tag,
	run: async ({ ask, base, text: read }) =>
		rowsIn(
			await ask({
				method: 'POST',
				path: `${base}/tags`,
				json: { name: read('name'), color: read('color'), module: read('module') },
			}),
		),
});

export const tag: Resource = {
	option: { name: 'Tag', value: 'tag' },
	operations: [createTag],
};

const blockIp = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Block IP',
		description: 'Block an IP address; without apps, for all of them',
	},
	fields: [
		required(text('IP Address', 'ip', '203.0.113.1')),
		apps,
		text('Comment', 'comment', 'Spam'),
	],
	output: output.blockedIp,
	run: async ({ ask, base, text: read, context, item }) =>
		rowsIn(
			await ask({
				method: 'POST',
				path: `${base}/blockedips`,
				json: withoutEmpty({
					ip: read('ip'),
					app_ids: context.getNodeParameter('app_ids', item) as string[],
					comment: read('comment'),
				}),
			}),
		),
});

const getBlockedIps = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many blocked ips',
		description: 'List blocked IP addresses, one item per address and app',
	},
	path: ({ base }) => `${base}/blockedips`,
	// An address that is blocked for two apps comes twice, under one ID.
	paging: { ...byIndex(true), keyOf: ({ id, app }) => JSON.stringify([id, app]) },
	output: output.blockedIp,
});

export const blockedIp: Resource = {
	option: { name: 'Blocked IP', value: 'blockedIp' },
	operations: [blockIp, getBlockedIps],
};

const createArticle = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create article',
		description: 'Create an article of the help pages',
	},
	fields: [
		required(text('Title', 'title', 'How to return a parcel')),
		{ ...required(text('Content', 'content', '<p>…</p>')), typeOptions: { rows: 5 } },
		{
			displayName: 'Category Name or ID',
			name: 'categoryId',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCategories', loadOptionsDependsOn: ['portal.value'] },
			required: true,
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		required(department),
		{
			displayName: 'Publish',
			name: 'publish',
			type: 'boolean',
			default: false,
			description: 'Whether visitors see the article at once',
		},
	],
	output: output.created,
	run: async ({ ask, base, text: read, context, item }) =>
		rowsIn(
			await ask({
				method: 'POST',
				path: `${base}/articles`,
				json: {
					title: read('title'),
					content: read('content'),
					category_id: read('categoryId'),
					department_id: read('department_id'),
					// The vendor's sample sends the flag as text.
					published: String(context.getNodeParameter('publish', item) as boolean),
				},
			}),
		),
});

export const article: Resource = {
	option: { name: 'Article', value: 'article' },
	operations: [createArticle],
};

const createCategory = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create article category',
		description: 'Create a category of articles',
	},
	fields: [required(text('Name', 'name', 'Returns'))],
	output: output.articleCategory,
	run: async ({ ask, base, text: read }) =>
		rowsIn(
			await ask({
				method: 'POST',
				path: `${base}/articlecategories`,
				json: { name: read('name') },
			}),
		),
});

const getCategories = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many article categories',
		description: 'List the categories of articles',
	},
	path: ({ base }) => `${base}/articlecategories`,
	paging: byIndex(true),
	output: output.articleCategory,
});

export const articleCategory: Resource = {
	option: { name: 'Article Category', value: 'articleCategory' },
	operations: [createCategory, getCategories],
};
