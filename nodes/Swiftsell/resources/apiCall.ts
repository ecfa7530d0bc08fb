import {
	apiCallFields,
	apiCallOption,
	apiCallResource,
	apiRequest,
} from '../../shared/operations/apiCall';
import { swiftsell } from '../api/request';
import * as output from './outputs';

const api = {
	name: 'API',
	after: 'the host',
	example: '/v1/bot',
	query: '{"limit": 10}',
};

export const apiCall = apiCallResource(api, {
	option: apiCallOption,
	fields: apiCallFields(api),
	output: output.anything,
	async run(call) {
		const { body: json, ...request } = apiRequest(call, api);
		return await swiftsell(call, { ...request, json });
	},
});
