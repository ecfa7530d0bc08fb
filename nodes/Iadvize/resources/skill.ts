import type { Resource } from '../../shared/operations/operation';
import { operatorId, parentId } from './filterFields';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const skills: Noun = {
	one: 'skill',
	many: 'skills',
	path: '/skill',
	output: output.skill,
	search: 'searchSkills',
};

export const skill: Resource = {
	option: { name: 'Skill', value: 'skill' },
	operations: [getOne(skills), getMany(skills, [operatorId, parentId])],
};
