import type { Resource } from '../../../shared/operations/operation';
import { websiteId } from '../filterFields';
import { getMany } from '../restOperation';
import * as output from '../restOutputs';
import { findVisitor } from './find';
import { getVisitor } from './get';

const visitors = {
	one: 'visitor',
	many: 'visitors',
	path: '/visitor',
	output: output.visitor,
	simple: output.simpleVisitor,
};

export const visitor: Resource = {
	option: { name: 'Visitor', value: 'visitor' },
	operations: [findVisitor, getVisitor, getMany(visitors, [websiteId])],
};
