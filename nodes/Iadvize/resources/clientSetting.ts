import type { Resource } from '../../shared/operations/operation';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const clientSettings: Noun = {
	one: 'client setting',
	many: 'client settings',
	path: '/client',
	output: output.clientSettings,
};

export const clientSetting: Resource = {
	option: {
		name: 'Client Setting',
		value: 'clientSetting',
		description: 'Language and plan of a client; deprecated by iAdvize in favor of Client',
	},
	operations: [getOne(clientSettings), getMany(clientSettings, [])],
};
