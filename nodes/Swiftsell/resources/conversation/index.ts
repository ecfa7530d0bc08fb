import type { Resource } from '../../../shared/operations/operation';
import { assignConversation, closeConversation } from './change';
import { sendAgentMessage, sendVisitorMessage } from './message';
import { startOnApi } from './startOnApi';
import { startSms, startWhatsApp } from './startOutbound';
import { updateVariables } from './updateVariables';

export const conversation: Resource = {
	option: { name: 'Conversation', value: 'conversation' },
	opensOn: 'sendAgentMessage',
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
