import type { IDataObject } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import type { Call } from '../../../shared/operations/call';
import { findingOn, type Check } from '../../../shared/operations/checkAccount';
import { rowsIn } from '../../api/paging';
import { CREDENTIAL } from '../../api/token';
import { defaultPortalOf } from '../../whichPortal';
import { portalOf } from '../fields';
import * as output from '../outputs';
import { listCheck, LOGIN, scoped, type PortalLook } from './portalLook';

/** Login, portal, and what the pick lists show. */
export function structureChecks(look: PortalLook, host: string): Check[] {
	let portals: IDataObject[] = [];
	const login = scoped(look, 'SalesIQ.portals.READ', {
		name: LOGIN,
		async look() {
			portals = rowsIn(await look.read('SalesIQ.portals.READ', '/api/v2/portals'));
			return findingOn(portals, {
				as: output.portal,
				vital: ['name', 'screenname'],
				use: 'The list of portals depends on it.',
				none: 'Connect the credential as a user of the portal',
				more: [`host: ${host}`],
			});
		},
	});
	return [
		{ ...login, needs: undefined },
		{
			name: 'Portal',
			needs: LOGIN,
			look: async () => portalFinding(await nameOf(look.call), portals),
		},
		list('Apps', 'SalesIQ.Apps.READ', '/apps', output.app, ['id', 'name']),
		list('Departments', 'SalesIQ.departments.READ', '/departments', output.department, ['id']),
		list('Operators', 'SalesIQ.operators.READ', '/operators', output.operator, ['id']),
	];

	function list(name: string, scope: string, path: string, as: ZodTypeAny, vital: string[]): Check {
		const names = name.toLowerCase();
		return listCheck(look, {
			name,
			scope,
			as,
			vital,
			path: () => `${portalOf(look.call)}${path}`,
			use: `The list of ${names} in trigger and actions depends on it.`,
			none: `If the portal has ${names}, connect as an administrator of it`,
		});
	}
}

const nameOf = async (call: Call) =>
	call.text('portal') || defaultPortalOf(await call.getCredentials(CREDENTIAL, call.item));

/** The name of a portal may be that of a person's company, so it is not output. */
function portalFinding(screenName: string, portals: readonly IDataObject[]) {
	const seen = `${portals.length} in the list`;
	if (portals.some((portal) => portal.screenname === screenName)) {
		const means = 'The chosen portal is among those of the login';
		return { result: 'ok' as const, seen, means, todo: '' };
	}
	return {
		result: 'not there' as const,
		seen,
		means:
			screenName === ''
				? 'No portal is chosen'
				: 'The chosen portal is not among those of the login',
		todo: 'Choose the portal from the list, and check the data center in the credential',
	};
}
