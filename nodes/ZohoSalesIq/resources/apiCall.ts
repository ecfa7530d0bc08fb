import type { IDataObject } from 'n8n-workflow';
import {
	apiCallFields,
	apiCallOption,
	apiCallResource,
	apiRequest,
} from '../../shared/operations/apiCall';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { portalOf } from './fields';
import * as output from './outputs';

const api = {
	name: 'API',
	after: 'the screen name',
	more: 'a value that begins with /api/ is the whole path, for other versions and the visitor API',
	example: '/departments',
	query: '{"page": 2}',
};

export const apiCall = apiCallResource(api, {
	option: apiCallOption,
	fields: [portalField, ...apiCallFields(api)],
	output: output.anything,
	async run(call) {
		const { body: json, path: given, ...request } = apiRequest(call, api);
		const path = given.startsWith('/api/') ? given : `${portalOf(call)}${given}`;
		return (await salesIq(call, { ...request, path, json })) as IDataObject;
	},
});
