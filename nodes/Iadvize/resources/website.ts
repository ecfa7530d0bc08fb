import type { Resource } from '../../shared/operations/operation';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const websites: Noun = {
	one: 'website',
	many: 'websites',
	path: '/website',
	output: output.website,
	search: 'searchWebsites',
};

export const website: Resource = {
	option: {
		name: 'Website',
		value: 'website',
		description: 'A project with its address, currency and time zone',
	},
	operations: [getOne(websites), getMany(websites, [])],
};
