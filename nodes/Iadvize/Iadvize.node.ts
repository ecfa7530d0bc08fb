import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeOperations } from '../shared/operations/execute';
import { operationShown, propertiesOf } from '../shared/operations/operation';
import { listSearch, loadOptions } from './pickLists';
import { bothResources, resources, restResources } from './resources';
import { conversation } from './resources/conversation';

const valuesOf = (list: typeof resources) => list.map(({ option }) => option.value);

export class Iadvize implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iAdvize',
		name: 'iadvize',
		icon: { light: 'file:iadvize.svg', dark: 'file:iadvize.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: operationShown(resources),
		description:
			'Look up visitors, conversations, operators and ratings in iAdvize, and act on them',
		defaults: { name: 'iAdvize' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'iadvizeRestApi',
				required: true,
				// Of conversations only Complete Event asks for it.
				displayOptions: {
					show: { resource: [...valuesOf([...bothResources, ...restResources]), 'conversation'] },
					hide: { api: ['graphQl'] },
				},
			},
			{
				name: 'iadvizeGraphQlApi',
				required: true,
				// By resource, too, n8n's editor would take that field for the choice of a credential and hide
				// it; without any show, it would not name the credential.
				displayOptions: {
					show: { '@version': [1] },
					hide: { resource: valuesOf(restResources), api: ['rest'] },
				},
			},
		],
		properties: propertiesOf(resources, conversation),
	};

	methods = { loadOptions, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources);
	}
}
