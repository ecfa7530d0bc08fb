import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../../../shared/operations/operation';
import { completeIadvizeEvent } from './completeEvent';
import { getConversation } from './get';
import { getCustomData } from './getCustomData';
import { getManyClosed } from './getManyClosed';

/**
 * Says that an operation does not need the REST API. n8n reads one entry per credential, whose
 * conditions cannot name a pair of resource and operation, so a hidden field says it.
 */
const graphQlOnly: INodeProperties = {
	displayName: 'API',
	name: 'api',
	type: 'hidden',
	default: 'graphQl',
};

const withGraphQlOnly = (operation: Operation): Operation => ({
	...operation,
	fields: [...operation.fields, graphQlOnly],
});

export const conversation: Resource = {
	option: { name: 'Conversation', value: 'conversation' },
	// Get stays first: it is what a saved node without an operation means.
	operations: [
		...[getConversation, getCustomData, getManyClosed].map(withGraphQlOnly),
		completeIadvizeEvent,
	],
};
