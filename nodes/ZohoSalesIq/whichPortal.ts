import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import type { Caller } from '../shared/operations/exchange';
import { pathSegment } from '../shared/operations/path';

/** Which portal: from the account's list, or by its screen name. */
export const portalField: INodeProperties = {
	displayName: 'Portal',
	name: 'portal',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPortals', searchable: true },
		},
		{
			displayName: 'By Screen Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. example-inc',
		},
	],
	description: 'The screen name is the part of the SalesIQ address after the host',
};

/**
 * Where the resources of a portal are, below `/api`.
 *
 * @param screenName value of the portal field
 * @throws NodeOperationError when no portal is chosen
 */
export function portalPath(context: Caller, screenName: unknown, version = 'v2'): string {
	const segment = typeof screenName === 'string' ? pathSegment(screenName.trim()) : undefined;
	if (segment !== undefined) return `/api/${version}/${segment}`;
	throw new NodeOperationError(context.getNode(), 'No portal is chosen', {
		description: 'Choose the portal from the list, or enter its screen name',
	});
}
