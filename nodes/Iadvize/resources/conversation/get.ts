import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
import { refusal } from '../../../shared/operations/errors';
import type { Operation } from '../../../shared/operations/operation';
import { graphQl } from '../../api/graphQlRequest';
import { NOT_DOCUMENTED, queryOf, queryOption } from '../graphQlFields';
import * as output from '../graphQlOutputs';
import { idField, uuidOf } from '../ids';

export const conversationIdField: INodeProperties = {
	...idField('Conversation ID', 'conversationId', '4c8c7408-f73c-42cd-89e9-afbbee7d9024'),
	default: '={{ $json.conversation?.id }}',
	description: 'A UUID, as the trigger outputs it',
};

// The query is documented, the name of its argument is not.
export const conversationText = `query Conversation($id: UUID!) {
  conversation(id: $id) {
    id legacyId createdAt closedAt channel duration
    project { id name }
    visitor { visitorId source externalUserId firstName lastName email phoneNumber createdAt }
  }
}`;

export const getConversation: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get conversation',
		description: `Look up a conversation on any channel, with its visitor. ${NOT_DOCUMENTED}.`,
	},
	fields: [conversationIdField, queryOption(conversationText)],
	output: output.conversation,
	async run(call) {
		const id = uuidOf(call, 'conversationId');
		const found = await queryConversation(call, id);
		if (found) return found;
		throw call.refuse(
			`iAdvize has no conversation ${id}`,
			'Check the UUID, and that the user in the credential may see its project',
		);
	},
};

/**
 * @param inPart takes what iAdvize says is missing from the answer
 * @returns null when iAdvize has none with this UUID
 * @throws NodeApiError when the answer is neither a conversation nor null
 */
export async function queryConversation(
	call: Call,
	id: string,
	inPart?: (error: Error, places: string[]) => void,
): Promise<IDataObject | null> {
	const request = { ...queryOf(call, conversationText, { id }), inPart };
	const { conversation } = await graphQl(call, request);
	if (conversation === null) return null;
	if (isObject(conversation) && Object.keys(conversation).length > 0)
		return conversation as IDataObject;
	throw refusal(call, {
		message: 'iAdvize sent no conversation',
		description: 'Run it again; if this persists, check the text of the query',
	});
}
