import type { Resource } from '../../shared/operations/operation';
import { websiteId } from './filterFields';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const tags: Noun = {
	one: 'tag',
	many: 'tags',
	path: '/tag',
	output: output.tag,
	search: 'searchTags',
};

export const tag: Resource = {
	option: { name: 'Tag', value: 'tag', description: 'Tags of conversations' },
	operations: [getOne(tags), getMany(tags, [websiteId])],
};
