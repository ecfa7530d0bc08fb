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
import { conversation } from './resources/conversation';

export class Swiftsell implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Swiftsell',
		name: 'swiftsell',
		icon: { light: 'file:swiftsell.svg', dark: 'file:swiftsell.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: operationShown(resources),
		description:
			'Trigger campaigns, start and answer conversations, and train knowledge bases in Swiftsell; also works with WotNot and ReplyCX accounts',
		defaults: { name: 'Swiftsell' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'swiftsellApi', required: true }],
		properties: propertiesOf(resources, conversation),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources);
	}
}
