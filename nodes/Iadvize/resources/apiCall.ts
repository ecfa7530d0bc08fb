import { NodeOperationError, type IDataObject, type IHttpRequestMethods } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { rest } from '../api/rest';
import * as output from './outputs';
import { jsonParameter } from '../../shared/operations/parameters';
import { isPlainPath } from '../../shared/operations/path';

const sendApiCall: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send API call',
		description: 'Call the REST API at a path of your choice, for what has no operation of its own',
	},
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			default: 'GET',
			options: [
				{ name: 'DELETE', value: 'DELETE' },
				{ name: 'GET', value: 'GET' },
				{ name: 'POST', value: 'POST' },
				{ name: 'PUT', value: 'PUT' },
			],
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. /operator/123',
			description: 'What follows /api/2 in the address',
		},
		{
			displayName: 'Query',
			name: 'query',
			type: 'json',
			default: '{}',
			description: 'As JSON, such as {"full": 1, "filters": {"website_id": 1}}',
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			displayOptions: { show: { method: ['POST', 'PUT'] } },
			description: 'As JSON, such as {"chat": {"available": true}}; it is sent as a form',
		},
	],
	output: output.anything,
	async run(context, item) {
		const method = context.getNodeParameter('method', item) as IHttpRequestMethods;
		const path = context.getNodeParameter('path', item) as string;
		if (!isPlainPath(path)) {
			throw new NodeOperationError(context.getNode(), `"${path}" is no path of the REST API`, {
				itemIndex: item,
				description: 'It starts with a slash and follows /api/2, such as /operator/123',
			});
		}
		const hasBody = method === 'POST' || method === 'PUT';
		const answer = await rest(context, {
			method,
			path,
			query: jsonParameter(context, 'query', item),
			...(hasBody && { form: jsonParameter(context, 'body', item) }),
		});
		return { ...answer } as IDataObject;
	},
};

export const apiCall: Resource = {
	option: { name: 'API Call', value: 'apiCall', description: 'Any call of the REST API' },
	operations: [sendApiCall],
};
