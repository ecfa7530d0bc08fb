import type { Call } from '../../../shared/operations/call';
import { required } from '../../../shared/operations/fields';
import { locator } from '../../../shared/operations/locators';
import { restIdOf } from '../ids';

/** Which operator: from the account's list, or by ID. */
export const operatorId = required(locator('Operator', 'operatorId', 'searchOperators', '123'));

export const operatorAt = (call: Call) => `/operator/${restIdOf(call, 'operatorId')}`;
