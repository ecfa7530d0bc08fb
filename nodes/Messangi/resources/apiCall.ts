import {
	apiCallFields,
	apiCallOption,
	apiCallResource,
	apiRequest,
} from '../../shared/operations/apiCall';
import { messangi } from '../api/request';
import * as output from './outputs';

const api = {
	name: 'API',
	after: 'the host',
	example: '/raven/v2/messages',
	query: '{"page": 1}',
};

export const apiCall = apiCallResource(api, {
	option: apiCallOption,
	fields: apiCallFields(api),
	output: output.anything,
	async run(call) {
		const { body: json, ...request } = apiRequest(call, api);
		return await messangi(call, { ...request, json });
	},
});
