import type { Resource } from '../../shared/operations/operation';
import { parentId } from './filterFields';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const groups: Noun = {
	one: 'group',
	many: 'groups',
	path: '/group',
	output: output.group,
	search: 'searchGroups',
};

export const group: Resource = {
	option: { name: 'Group', value: 'group' },
	operations: [getOne(groups), getMany(groups, [parentId])],
};
