import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { textOf } from '../shared/fields';
import type { Caller } from '../shared/operations/exchange';
import { locator } from '../shared/operations/locators';
import { pathSegment } from '../shared/operations/path';

/** Which portal: from the account's list, or by its screen name. */
export const portalField: INodeProperties = {
	...locator('Portal', 'portal', 'searchPortals', 'example-inc', {
		displayName: 'By Screen Name',
		name: 'name',
	}),
	description:
		'Leave it empty for the Default Portal of the credential. The screen name is the part of the SalesIQ address after the host.',
};

/** Stands in a path for the default portal of the credential; no screen name is encoded to it. */
export const DEFAULT_PORTAL = ':portal';

/** The default portal of a credential; empty where it has none. */
export const defaultPortalOf = (credential: object): string =>
	('portal' in credential ? (textOf(credential.portal) ?? '') : '').trim();

/**
 * Where the resources of a portal are, below `/api`.
 *
 * @param screenName value of the portal field; empty for the default portal of the credential
 * @throws NodeOperationError when it is something else than a screen name
 */
export function portalPath(context: Caller, screenName: unknown, version = 'v2'): string {
	const name = (textOf(screenName) ?? '').trim();
	return `/api/${version}/${name === '' ? DEFAULT_PORTAL : segmentOf(context, name)}`;
}

/**
 * A path with the default portal of the credential in the place that {@link portalPath} left for it.
 *
 * @throws NodeOperationError when the credential has none
 */
export function pathWithPortal(context: Caller, path: string, credential: object): string {
	if (!path.split('/').includes(DEFAULT_PORTAL)) return path;
	const segment = segmentOf(context, defaultPortalOf(credential));
	return path.replace(DEFAULT_PORTAL, () => segment);
}

function segmentOf(context: Caller, screenName: string): string {
	const segment = pathSegment(screenName);
	if (segment !== undefined) return segment;
	throw new NodeOperationError(context.getNode(), 'No portal is chosen', {
		description:
			'Choose the portal from the list, or enter its screen name here or as Default Portal in the credential',
	});
}
