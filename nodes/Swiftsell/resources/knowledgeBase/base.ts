import { required, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { swiftsell } from '../../api/request';
import { knowledgeBase } from '../fields';
import * as output from '../outputs';

export const createKnowledgeBase: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create knowledge base',
		description: 'Create an empty knowledge base',
	},
	fields: [required(text('Name', 'name', 'Help pages', 'Name of the new knowledge base'))],
	output: output.knowledgeBaseCreated,
	run: (call) =>
		swiftsell(call, {
			method: 'POST',
			path: '/v1/ai/knowledge-base',
			json: { name: call.text('name') },
		}),
};

export const getKnowledgeBase: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get knowledge base',
		description: 'Not documented by Swiftsell. Look up a knowledge base with its sources.',
	},
	fields: [knowledgeBase],
	output: output.knowledgeBase,
	run: (call) =>
		swiftsell(call, {
			path: `/v1/ai/knowledge-base/${call.segment('knowledgeBaseId')}`,
		}),
};
