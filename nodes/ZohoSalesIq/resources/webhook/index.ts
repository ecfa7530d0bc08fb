import type { Resource } from '../../../shared/operations/operation';
import { addEvents, createKey, deleteKey, removeApps } from './parts';
import { get, getMany, getSummary } from './read';
import { create, remove, update } from './write';

export const webhook: Resource = {
	option: { name: 'Webhook', value: 'webhook', description: 'Addresses that SalesIQ calls' },
	operations: [
		addEvents,
		create,
		createKey,
		remove,
		deleteKey,
		get,
		getMany,
		getSummary,
		removeApps,
		update,
	],
};
