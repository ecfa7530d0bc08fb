import { NodeOperationError, type IHttpRequestMethods } from 'n8n-workflow';
import { jsonParameter } from '../../shared/operations/parameters';
import type { Resource } from '../../shared/operations/operation';
import { isPlainPath } from '../../shared/operations/path';
import { json, required, text } from './fields';
import { operation } from './operation';
import * as output from './outputs';

const send = operation({
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
			...required(text('Path', 'path', '/v1/ai/knowledge-base/123')),
			description: 'What follows the host in the address; it begins with /v1/ or /api/v1/',
		},
		json('Query', 'query', 'As JSON, such as {"limit": 10}'),
		{
			...json('Body', 'body', 'As JSON'),
			displayOptions: { show: { method: ['DELETE', 'POST', 'PUT'] } },
		},
	],
	output: output.anything,
	async run({ context, item, text: read, ask }) {
		const method = read('method') as IHttpRequestMethods;
		const path = read('path');
		if (!isPlainPath(path)) {
			throw new NodeOperationError(context.getNode(), `"${path}" is no path of the API`, {
				itemIndex: item,
				description: 'It starts with a slash and follows the host, such as /v1/bot',
			});
		}
		const body = method === 'GET' ? {} : jsonParameter(context, 'body', item);
		return await ask({
			method,
			path,
			query: jsonParameter(context, 'query', item),
			...(Object.keys(body).length > 0 && { json: body }),
		});
	},
});

export const apiCall: Resource = {
	option: { name: 'API Call', value: 'apiCall', description: 'Any call of the API' },
	operations: [send],
};
