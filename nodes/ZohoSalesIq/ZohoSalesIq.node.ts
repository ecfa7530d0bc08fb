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
import { resources } from './resources';
import { conversation } from './resources/conversation';

export class ZohoSalesIq implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoho SalesIQ',
		name: 'zohoSalesIq',
		icon: { light: 'file:zohoSalesIq.svg', dark: 'file:zohoSalesIq.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: operationShown(resources),
		description: 'Read and answer conversations in Zoho SalesIQ, and manage its webhooks',
		defaults: { name: 'Zoho SalesIQ' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zohoSalesIqOAuth2Api', required: true }],
		properties: propertiesOf(resources, conversation),
	};

	methods = { loadOptions, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources);
	}
}
