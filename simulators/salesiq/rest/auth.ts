import type { FastifyRequest } from 'fastify';
import { SalesIqError } from '../errors';
import { dataCentreOf } from '../hosts';
import { isSameCentre } from '../oauth/tokens';
import type { World } from '../world';

/** Checks header, token, screen name and scope, in that order; the vendor's order is unknown. */
export function authenticate(request: FastifyRequest, world: World, scope: string): void {
	const grant = world.tokens.find(tokenOf(request, world));
	const centre = dataCentreOf(request.headers.host ?? '');
	if (!grant || !isSameCentre(grant, centre?.id)) throw new SalesIqError(1008);
	checkScreenName(request, world);
	const allScope = scope.replace(/[A-Z]+$/, 'ALL');
	const isGranted = [scope, allScope].some((name) => grant.scopes.includes(`SalesIQ.${name}`));
	if (!isGranted) throw new SalesIqError(1009);
}

/** What visitors do takes the token of an Org client (contract §5.6). */
export function checkOrgToken(request: FastifyRequest, world: World): void {
	if (tokenOf(request, world) !== world.access.orgToken) throw new SalesIqError(1008);
	checkScreenName(request, world);
}

/** A wrong screen name looks like a wrong header, whatever the documentation says (contract §4). */
function checkScreenName(request: FastifyRequest, { account, settings }: World): void {
	const { screenName } = request.params as { screenName?: string };
	if (screenName === undefined) return;
	if (account.portals.some(({ screenname }) => screenname === screenName)) return;
	throw new SalesIqError(settings.wrongScreenNameCode);
}

function tokenOf(request: FastifyRequest, { settings }: World): string {
	const [, scheme = '', token = ''] =
		/^(Zoho-oauthtoken|Bearer) (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
	const isBearer = scheme.toLowerCase() === 'bearer';
	if (token === '' || (isBearer && !settings.acceptBearer)) throw new SalesIqError(1002);
	return token;
}
