import { badKey } from '../errors';
import { readJson, textIn } from './body';
import type { Route } from './route';

const MODULES = ['conversations', 'visitors', 'contacts', 'companies'];

/** Tags can be created, and no more is documented (contract §5.6). */
export const tagRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: '/tags',
		scope: 'tags.CREATE',
		answer: (call, world) => {
			const body = readJson(call);
			const name = textIn(body, 'name');
			const color = textIn(body, 'color');
			const module = textIn(body, 'module');
			if (!/^#[0-9a-f]{6}$/i.test(color)) throw badKey('color');
			if (!MODULES.includes(module)) throw badKey('module');
			const modified_time = world.nowText();
			const tag = {
				id: world.nextId(),
				name,
				color,
				module,
				archived: false,
				status: 'unarchived',
				modified_time,
				modifier: { name: 'ada', modified_time, id: world.account.operatorId },
			};
			world.account.tags.push(tag);
			return { object: 'tags_config', data: tag };
		},
	},
];
