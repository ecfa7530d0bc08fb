import type { Resource } from '../../../shared/operations/operation';
import { assignConversation, closeConversation } from './events';
import { sendAgentMessage, sendVisitorMessage } from './message';
import { startOnApi } from './startOnApi';
import { startSms, startWhatsApp } from './startOutbound';
import { updateVariables } from './variables';

export const conversation: Resource = {
	option: { name: 'Conversation', value: 'conversation' },
	operations: [
		assignConversation,
		closeConversation,
		sendAgentMessage,
		sendVisitorMessage,
		startOnApi,
		startSms,
		startWhatsApp,
		updateVariables,
	],
};
