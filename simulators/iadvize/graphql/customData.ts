import type { Account, CustomDataValue } from '../account/model';

/** Custom data of a conversation; the value's field is known for texts only (contract §6.4). */
export function visitorConversationCustomData(account: Account, conversationId: string) {
	const id = conversationId.toLowerCase();
	const conversation = account.conversations.find((candidate) => candidate.id === id);
	if (!conversation) return null;
	return {
		customData: conversation.customData.map(({ key, label, value }) => ({
			__typename: `VisitorConversationCustomDataEntry${kindOf(value)}`,
			key,
			label,
			stringValue: value,
		})),
	};
}

function kindOf(value: CustomDataValue): string {
	if (typeof value === 'string') return 'String';
	if (typeof value === 'boolean') return 'Boolean';
	return Number.isInteger(value) ? 'Int' : 'Float';
}
