import { locator } from '../../shared/operations/locators';
import type { Resource } from '../../shared/operations/operation';
import { getNode, getNodes } from './graphQlLookup';
import { named } from './graphQlOutputs';

const projectId = locator('Project', 'projectId', 'searchProjects', {
	displayName: 'By ID',
	name: 'id',
	placeholder: '335',
});

export const project: Resource = {
	option: { name: 'Project', value: 'project', description: 'A site of a client' },
	operations: [
		getNode('project', projectId, 'query { project(projectId: $id) { id name } }', named, 'number'),
		getNodes('projects'),
	],
};
