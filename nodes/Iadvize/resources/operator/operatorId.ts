import type { Call } from '../../../shared/operations/call';
import { locator } from '../../../shared/operations/locators';
import { restIdOf } from '../ids';

/** Which operator: from the account's list, or by ID. */
export const operatorId = locator('Operator', 'operatorId', 'searchOperators', {
	displayName: 'By ID',
	name: 'id',
	placeholder: '123',
});

export const operatorAt = (call: Call) => `/operator/${restIdOf(call, 'operatorId')}`;
