import type { IDataObject } from 'n8n-workflow';
import {
	apiCallFields,
	apiCallOption,
	apiCallResource,
	apiRequest,
} from '../../shared/operations/apiCall';
import { rest } from '../api/restRequest';
import * as output from './restOutputs';

const api = {
	name: 'REST API',
	after: '/api/2',
	example: '/operator/123',
	query: '{"full": 1, "filters": {"website_id": 1}}',
	body: 'As JSON, such as {"chat": {"available": true}}; it is sent as a form',
};

export const apiCall = apiCallResource(api, {
	option: apiCallOption,
	fields: apiCallFields(api),
	output: output.anything,
	async run(call) {
		const { body: form, ...request } = apiRequest(call, api);
		return { ...(await rest(call, { ...request, form })) } as IDataObject;
	},
});
