import { NodeOperationError, type IDataObject, type IHttpRequestMethods } from 'n8n-workflow';
import { isPlainPath } from '../../shared/operations/path';
import { jsonParameter } from '../../shared/operations/parameters';
import type { Resource } from '../../shared/operations/operation';
import { required, text } from './fields';
import { inPortal } from './operation';
import * as output from './outputs';

const send = inPortal({
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
			...required(text('Path', 'path', 'e.g. /conversations/17000000004021')),
			description: 'What follows the screen name in the address',
		},
		{
			displayName: 'Query',
			name: 'query',
			type: 'json',
			default: '{}',
			description: 'As JSON, such as {"page": 2}',
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			displayOptions: { show: { method: ['POST', 'PUT'] } },
			description: 'As JSON',
		},
	],
	output: output.anything,
	async run({ ask, base, context, item, text: read }) {
		const method = read('method') as IHttpRequestMethods;
		const path = read('path');
		if (!isPlainPath(path)) {
			throw new NodeOperationError(context.getNode(), `"${path}" is no path of the API`, {
				itemIndex: item,
				description: 'It starts with a slash and follows the screen name, such as /departments',
			});
		}
		const hasBody = method === 'POST' || method === 'PUT';
		const answer = await ask({
			method,
			path: `${base}${path}`,
			query: jsonParameter(context, 'query', item),
			...(hasBody && { json: jsonParameter(context, 'body', item) }),
		});
		return answer as IDataObject;
	},
});

export const apiCall: Resource = {
	option: { name: 'API Call', value: 'apiCall', description: 'Any call of the API' },
	operations: [send],
};
