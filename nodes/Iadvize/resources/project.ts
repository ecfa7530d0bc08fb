import { required } from '../../shared/operations/fields';
import { locator } from '../../shared/operations/locators';
import type { Resource } from '../../shared/operations/operation';
import { getNode, getNodes } from './graphQlLookup';
import { named } from './graphQlOutputs';

const projectId = required(locator('Project', 'projectId', 'searchProjects', '335'));

export const project: Resource = {
	option: { name: 'Project', value: 'project', description: 'A site of a client' },
	operations: [
		getNode('project', projectId, 'query { project(projectId: $id) { id name } }', named, 'number'),
		getNodes('projects'),
	],
};
