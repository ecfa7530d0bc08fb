import type { Resource } from '../../shared/operations/operation';
import { account } from './account';
import { apiCall } from './apiCall';
import { campaign } from './campaign';
import { list } from './list';
import { message } from './message';
import { subscriber } from './subscriber';

export const resources: readonly Resource[] = [
	account,
	campaign,
	list,
	message,
	subscriber,
	apiCall,
];
