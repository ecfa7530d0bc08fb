import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { accountPath } from '../api/address';
import { rowsOf } from '../api/request';
import * as output from './outputs';

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many bots',
		description: 'Not documented by Swiftsell. List the bots of the account.',
	},
	fields: listFields,
	output: output.bot,
	run: async (call) => rowsOf(call, { path: `${await accountPath(call)}/bots` }, 'bots'),
};

export const bot: Resource = {
	option: { name: 'Bot', value: 'bot' },
	operations: [getMany],
};
