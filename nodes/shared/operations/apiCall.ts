import type { IDataObject, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';
import type { Call } from './call';
import type { Operation, Resource } from './operation';
import { isPlainPath } from './path';

/** How a vendor's API is called at a path of the user's choice. */
interface Api {
	/** As in sentences: `REST API`. */
	name: string;
	/** What comes before the path: `the host`. */
	after: string;
	/** What else a path may be. */
	more?: string;
	/** A path to show: `/operator/123`. */
	example: string;
	/** A query to show, as JSON. */
	query: string;
	/** What the body is, where it is not sent as JSON. */
	body?: string;
}

interface ApiRequest {
	method: IHttpRequestMethods;
	/** Checked: it stays below what it is appended to. */
	path: string;
	query: IDataObject;
	/** Undefined when the user left it empty. */
	body: IDataObject | undefined;
}

/** For what has no operation of its own: the same for every vendor. */
export const apiCallOption: Operation['option'] = {
	name: 'Send',
	value: 'send',
	action: 'Send API call',
	description:
		'Call the API at a path of your choice, for anything without an operation of its own',
};

/** Last of a node's resources, by the name that n8n gives its own: n8n then adds no second one. */
export const apiCallResource = (api: Pick<Api, 'name'>, operation: Operation): Resource => ({
	option: { name: 'Custom API Call', value: 'apiCall', description: `Any call to the ${api.name}` },
	operations: [operation],
});

export const apiCallFields = ({
	after,
	more,
	example,
	query,
	body = 'What to send, as JSON such as {"name": "…"}',
}: Api): INodeProperties[] => [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		default: 'GET',
		options: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((value) => ({ name: value, value })),
		description: 'HTTP method of the call: GET reads, the others change something',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
		description: `What follows ${after} in the address${more === undefined ? '' : `; ${more}`}`,
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'json',
		default: '{}',
		description: `As JSON, such as ${query}`,
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		displayOptions: { show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
		description: body,
	},
];

/** @throws NodeOperationError when the path leaves the API, or query or body are not JSON objects */
export function apiRequest(call: Call, { name, after, example }: Api): ApiRequest {
	const method = call.text('method') as IHttpRequestMethods;
	const path = call.text('path');
	if (!isPlainPath(path)) {
		throw call.refuse(
			`"${path}" is not a path of the ${name}`,
			`It starts with a slash and follows ${after}, such as ${example}`,
		);
	}
	const body = method === 'GET' ? {} : call.json('body');
	return {
		method,
		path,
		query: call.json('query'),
		body: Object.keys(body).length > 0 ? body : undefined,
	};
}
