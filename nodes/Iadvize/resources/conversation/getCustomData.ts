import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operations/operation';
import { graphQl } from '../../api/graphQl';
import { NOT_DOCUMENTED, queryOption, queryParameter } from '../graphQlOperation';
import { uuidParameter } from '../ids';
import * as output from '../outputs';
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
		description: `The values that your website handed to iAdvize, one item per value. ${NOT_DOCUMENTED}.`,
	},
	fields: [conversationIdField, queryOption(customDataText)],
	output: output.customData,
	async run({ context, item }) {
		const conversationId = uuidParameter(context, 'conversationId', item);
		const request = { variables: { conversationId }, repeatable: true };
		const data = await graphQl(context, {
			...queryParameter(context, item, customDataText),
			...request,
		});
		const { customData } = (data.visitorConversationCustomData ?? {}) as IDataObject;
		return ((customData ?? []) as IDataObject[]).map(
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
