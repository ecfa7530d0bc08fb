import type { IDataObject } from 'n8n-workflow';
import {
	apiCallFields,
	apiCallOption,
	apiCallResource,
	apiRequest,
} from '../../shared/operations/apiCall';
import { inPortal } from './operation';
import * as output from './outputs';

const api = {
	name: 'API',
	after: 'the screen name',
	more: 'what begins with /api/ is the whole path, for other versions and the visitor API',
	example: '/departments',
	query: '{"page": 2}',
	body: 'As JSON',
};

export const apiCall = apiCallResource(
	api,
	inPortal({
		option: apiCallOption,
		fields: apiCallFields(api),
		output: output.anything,
		async run({ ask, base, context, item }) {
			const { body: json, path, ...request } = apiRequest(context, item, api);
			const isWhole = path.startsWith('/api/');
			return (await ask({
				...request,
				path: isWhole ? path : `${base}${path}`,
				json,
			})) as IDataObject;
		},
	}),
);
