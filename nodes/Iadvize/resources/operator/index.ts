import type { Resource } from '../../../shared/operations/operation';
import { getManyOperators, getOperator } from './get';
import { getLiveStatus, getManyLiveStatuses, setLiveStatus } from './live';
import { getOperatorProfile, getOperatorStatistics } from './reports';
import { createOperator, deleteOperator, updateOperator } from './write';

export const operator: Resource = {
	option: { name: 'Operator', value: 'operator' },
	operations: [
		createOperator,
		deleteOperator,
		getOperator,
		getLiveStatus,
		getManyOperators,
		getManyLiveStatuses,
		getOperatorProfile,
		getOperatorStatistics,
		setLiveStatus,
		updateOperator,
	],
};
