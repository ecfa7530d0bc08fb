import type { ZodTypeAny } from 'zod';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/restRequest';
import * as output from '../restOutputs';
import { operatorAt, operatorId } from './operatorId';

const report = (path: string, option: Operation['option'], schema: ZodTypeAny): Operation => ({
	option,
	fields: [operatorId],
	output: schema,
	run: async (call) => rowsIn(await rest(call, { path: `${operatorAt(call)}/${path}` })),
});

export const getOperatorProfile = report(
	'profile',
	{
		name: 'Get Profile',
		value: 'getProfile',
		action: 'Get profile of operator',
		description: 'What operators say about themselves',
	},
	output.operatorProfile,
);

export const getOperatorStatistics = report(
	'statistic',
	{
		name: 'Get Statistics',
		value: 'getStatistics',
		action: 'Get statistics of operator',
		description: 'Number of conversations and experience of an operator',
	},
	output.operatorStatistics,
);
