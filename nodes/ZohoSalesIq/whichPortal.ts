import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import type { Caller } from '../shared/operations/exchange';
import { locator } from '../shared/operations/locators';
import { pathSegment } from '../shared/operations/path';

/** Which portal: from the account's list, or by its screen name. */
export const portalField: INodeProperties = {
	...locator('Portal', 'portal', 'searchPortals', {
		displayName: 'By Screen Name',
		name: 'name',
		placeholder: 'example-inc',
	}),
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
