import { NodeOperationError, type IHttpRequestMethods } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { jsonParameter, textParameter } from '../../shared/operations/parameters';
import { isPlainPath } from '../../shared/operations/path';
import { messangi } from '../api/request';
import { required, text } from './fields';
import * as output from './outputs';

const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send API call',
		description: 'Call the API at a path of your choice, for what has no operation of its own',
	},
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			default: 'GET',
			options: ['DELETE', 'GET', 'POST', 'PUT'].map((value) => ({ name: value, value })),
		},
		{
			...required(text('Path', 'path', '/raven/v2/messages')),
			description: 'What follows the host in the address, the service first',
		},
		{
			displayName: 'Query',
			name: 'query',
			type: 'json',
			default: '{}',
			description: 'As JSON, such as {"page": 1}',
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			displayOptions: { show: { method: ['DELETE', 'POST', 'PUT'] } },
			description: 'As JSON',
		},
	],
	output: output.anything,
	async run(context, item) {
		const method = textParameter(context, 'method', item) as IHttpRequestMethods;
		const path = textParameter(context, 'path', item);
		if (!isPlainPath(path)) {
			throw new NodeOperationError(context.getNode(), `"${path}" is no path of the API`, {
				itemIndex: item,
				description: 'It starts with a slash and follows the host, such as /raven/v2/messages',
			});
		}
		const json = method === 'GET' ? {} : jsonParameter(context, 'body', item);
		return await messangi(context, {
			method,
			path,
			query: jsonParameter(context, 'query', item),
			...(Object.keys(json).length > 0 && { json }),
		});
	},
};

export const apiCall: Resource = {
	option: { name: 'API Call', value: 'apiCall', description: 'Any call of the API' },
	operations: [send],
};
