import type { IDataObject } from 'n8n-workflow';
import { listOf, partOf } from '../../../shared/fields';
import type { Operation } from '../../../shared/operations/operation';
import { graphQl } from '../../api/graphQlRequest';
import { NOT_DOCUMENTED, queryOf, queryOption } from '../graphQlFields';
import * as output from '../graphQlOutputs';
import { uuidOf } from '../ids';
import { conversationIdField } from './get';

// Seen in a public client; of the entries for numbers and booleans only the names are known.
export const customDataText = `query VisitorConversationCustomData($conversationId: UUID!) {
  visitorConversationCustomData(conversationId: $conversationId) {
    customData {
      __typename
      ... on VisitorConversationCustomDataEntryString { key label stringValue }
    }
  }
}`;

export const getCustomData: Operation = {
	option: {
		name: 'Get Custom Data',
		value: 'getCustomData',
		action: 'Get custom data of conversation',
		description: `The values that your website passed to iAdvize, one item per value. ${NOT_DOCUMENTED}.`,
	},
	fields: [conversationIdField, queryOption(customDataText)],
	output: output.customData,
	async run(call) {
		const variables = { conversationId: uuidOf(call, 'conversationId') };
		const data = await graphQl(call, queryOf(call, customDataText, variables));
		const { customData } = partOf(data.visitorConversationCustomData);
		return (listOf(customData) as IDataObject[]).map(
			({ __typename: type, key, label, stringValue, ...others }) => ({
				key: key ?? null,
				label: label ?? null,
				value: stringValue ?? null,
				type: type ?? null,
				...others,
			}),
		);
	},
};
