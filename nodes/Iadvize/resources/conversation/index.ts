import type { Resource } from '../../../shared/operations/operation';
import { getConversation } from './get';
import { getCustomData } from './getCustomData';
import { getManyClosed } from './getManyClosed';

export const conversation: Resource = {
	option: { name: 'Conversation', value: 'conversation' },
	operations: [getConversation, getCustomData, getManyClosed],
};
