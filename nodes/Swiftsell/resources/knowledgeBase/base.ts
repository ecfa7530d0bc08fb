import { required, text } from '../../../shared/operations/fields';
import { knowledgeBase } from '../fields';
import { operation } from '../operation';
import * as output from '../outputs';

export const createKnowledgeBase = operation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create knowledge base',
		description: 'Create an empty knowledge base',
	},
	fields: [required(text('Name', 'name', 'Help pages'))],
	output: output.knowledgeBaseCreated,
	run: ({ ask, text: read }) =>
		ask({ method: 'POST', path: '/v1/ai/knowledge-base', json: { name: read('name') } }),
});

export const getKnowledgeBase = operation({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get knowledge base',
		description: 'Not documented by Swiftsell. Look up a knowledge base with its sources.',
	},
	fields: [knowledgeBase],
	output: output.knowledgeBase,
	run: ({ ask, segment }) => ask({ path: `/v1/ai/knowledge-base/${segment('knowledgeBaseId')}` }),
});
