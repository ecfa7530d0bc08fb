import type { Resource } from '../../../shared/operations/operation';
import { createKnowledgeBase, getKnowledgeBase } from './base';
import { deleteSources, getTrainingStatus } from './sources';
import { addFiles, addText } from './upload';
import { addDomain, addWebPages } from './web';

export const knowledgeBase: Resource = {
	option: { name: 'Knowledge Base', value: 'knowledgeBase' },
	operations: [
		addDomain,
		addFiles,
		addText,
		addWebPages,
		createKnowledgeBase,
		deleteSources,
		getKnowledgeBase,
		getTrainingStatus,
	],
};
