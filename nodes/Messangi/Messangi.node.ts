import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeOperations } from '../shared/operations/execute';
import { operationShown, propertiesOf } from '../shared/operations/operation';
import { listSearch } from './pickLists';
import { resources } from './resources';
import { message } from './resources/message';

export class Messangi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messangi',
		name: 'messangi',
		icon: { light: 'file:messangi.svg', dark: 'file:messangi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: operationShown(resources),
		description: 'Send messages, start campaigns and fill lists in Messangi',
		defaults: { name: 'Messangi' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'messangiApi', required: true }],
		properties: propertiesOf(resources, message),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources);
	}
}
