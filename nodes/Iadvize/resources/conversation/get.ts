import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { isObject } from '../../../shared/fields';
import { refusal } from '../../../shared/operations/errors';
import type { Operation } from '../../../shared/operations/operation';
import { graphQl } from '../../api/graphQl';
import { NOT_DOCUMENTED, queryOption, queryParameter } from '../graphQlOperation';
import { uuidParameter } from '../ids';
import * as output from '../outputs';

export const conversationIdField: INodeProperties = {
	displayName: 'Conversation ID',
	name: 'conversationId',
	type: 'string',
	required: true,
	default: '={{ $json.conversation?.id }}',
	placeholder: 'e.g. 4c8c7408-f73c-42cd-89e9-afbbee7d9024',
	description: 'A UUID, as the trigger gives it',
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
	async run({ context, item }) {
		const id = uuidParameter(context, 'conversationId', item);
		const found = await queryConversation(context, item, id);
		if (found) return found;
		throw new NodeOperationError(context.getNode(), `iAdvize knows no conversation ${id}`, {
			itemIndex: item,
			description: 'Check the UUID, and that the user in the credential may see its project',
		});
	},
};

/**
 * @param inPart takes what iAdvize says is missing of the answer
 * @returns null when iAdvize knows none with this UUID
 * @throws NodeApiError when the answer is neither a conversation nor null
 */
export async function queryConversation(
	context: IExecuteFunctions,
	item: number,
	id: string,
	inPart?: (error: Error, places: string[]) => void,
): Promise<IDataObject | null> {
	const text = queryParameter(context, item, conversationText);
	const request = { ...text, variables: { id }, repeatable: true, inPart };
	const { conversation } = await graphQl(context, request);
	if (conversation === null) return null;
	if (isObject(conversation) && Object.keys(conversation).length > 0)
		return conversation as IDataObject;
	throw refusal(context, {
		message: 'iAdvize sent no conversation',
		description: 'Run it again; if it stays so, check the text of the query',
	});
}
