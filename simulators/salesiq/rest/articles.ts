import { badKey } from '../errors';
import { flagIn, readJson, textIn } from './body';
import { byIndexAndLimit } from './paging';
import type { Route } from './route';

/** Articles and their categories (contract §5.6). */
export const articleRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: '/articles',
		scope: 'articles.CREATE',
		answer: (call, world) => {
			const { account } = world;
			const body = readJson(call);
			const published = flagIn(body, 'published');
			const article = {
				id: world.nextId(),
				category_id: textIn(body, 'category_id'),
				title: textIn(body, 'title'),
				content: textIn(body, 'content'),
				department_id: textIn(body, 'department_id'),
				published: published ?? '',
			};
			if (published === undefined) throw badKey('published');
			if (!account.articleCategories.some(({ id }) => id === article.category_id)) {
				throw badKey('category_id');
			}
			if (!account.departments.some(({ id }) => id === article.department_id)) {
				throw badKey('department_id');
			}
			account.articles.push(article);
			return { object: 'article', data: article };
		},
	},
	{
		method: 'GET',
		path: '/articlecategories',
		scope: 'articles.READ',
		answer: (call, { account }) => ({
			object: 'list',
			data: byIndexAndLimit(account.articleCategories, call),
		}),
	},
	{
		method: 'POST',
		path: '/articlecategories',
		scope: 'articles.CREATE',
		answer: (call, world) => {
			const { articleCategories } = world.account;
			const category = {
				id: world.nextId(),
				name: textIn(readJson(call), 'name'),
				is_default: 'false',
				order: String(articleCategories.length + 1),
			};
			articleCategories.push(category);
			return { object: 'articlecategory', data: category };
		},
	},
];
