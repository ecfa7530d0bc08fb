import type { Resource } from '../../../shared/operations/operation';
import { close, pickUp, setTags, transfer } from './change';
import { completeSalesIqEvent } from './completeEvent';
import { get, getFeedback, getMessages, getThreads } from './get';
import { getMany } from './getMany';
import { sendMessage, sendToVisitor } from './sendMessage';

export const conversation: Resource = {
	option: { name: 'Conversation', value: 'conversation' },
	operations: [
		close,
		completeSalesIqEvent,
		get,
		getFeedback,
		getMany,
		getMessages,
		getThreads,
		pickUp,
		sendMessage,
		sendToVisitor,
		setTags,
		transfer,
	],
};
