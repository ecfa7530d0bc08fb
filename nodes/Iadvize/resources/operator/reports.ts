import type { ZodTypeAny } from 'zod';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/rest';
import { restIdParameter } from '../ids';
import * as output from '../outputs';
import { operatorLocator } from './operatorId';

const report = (path: string, option: Operation['option'], schema: ZodTypeAny): Operation => ({
	option,
	fields: [operatorLocator],
	output: schema,
	async run({ context, item }) {
		const id = restIdParameter(context, 'operatorId', item);
		const { data } = await rest(context, { path: `/operator/${id}/${path}` });
		return rowsIn(data);
	},
});

export const getOperatorProfile = report(
	'profile',
	{
		name: 'Get Profile',
		value: 'getProfile',
		action: 'Get profile of operator',
		description: 'What an operator tells about himself or herself',
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
