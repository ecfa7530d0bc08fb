import {
	apiCallFields,
	apiCallOption,
	apiCallResource,
	apiRequest,
} from '../../shared/operations/apiCall';
import { operation } from './operation';
import * as output from './outputs';

const api = {
	name: 'API',
	after: 'the host',
	example: '/v1/bot',
	query: '{"limit": 10}',
	body: 'As JSON',
};

export const apiCall = apiCallResource(
	api,
	operation({
		option: apiCallOption,
		fields: apiCallFields(api),
		output: output.anything,
		async run({ context, item, ask }) {
			const { body: json, ...request } = apiRequest(context, item, api);
			return await ask({ ...request, json });
		},
	}),
);
