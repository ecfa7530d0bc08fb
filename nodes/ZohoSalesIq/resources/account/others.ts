import type { Check } from '../../../shared/operations/checkAccount';
import { portalOf } from '../fields';
import * as output from '../outputs';
import { listCheck, LOGIN, type PortalLook } from './portalLook';

/** What only actions of that name need, so that every scope for reading was tried. */
export const otherChecks = (look: PortalLook): Check[] => [
	listCheck(look, {
		name: 'Visitors',
		scope: 'SalesIQ.visitors.READ',
		path: () => `${portalOf(look.call, 'v3')}/visitors`,
		query: { limit: 20, prev_key: String(Date.now()) },
		as: output.anything,
		use: 'Visitor: Get Many depends on it.',
	}),
	listCheck(look, {
		name: 'Blocked IPs',
		scope: 'SalesIQ.blockedips.READ',
		path: () => `${portalOf(look.call)}/blockedips`,
		query: { index: '1', limit: 20 },
		as: output.blockedIp,
		vital: ['id'],
		use: 'Blocked IP: Get Many depends on it.',
	}),
	listCheck(look, {
		name: 'Article categories',
		scope: 'SalesIQ.articles.READ',
		path: () => `${portalOf(look.call)}/articlecategories`,
		query: { index: '1', limit: 20 },
		as: output.articleCategory,
		vital: ['id'],
		use: 'The list of categories depends on it.',
	}),
];

/** Which scopes of the credential work; those that write are not tried. */
export function scopeCheck({ scopes }: PortalLook, asked: unknown): Check {
	return {
		name: 'Scopes',
		needs: LOGIN,
		look() {
			const wanted = typeof asked === 'string' ? asked.split(/[\s,]+/) : [];
			const named = wanted.filter((scope) => /^SalesIQ\.\w{1,40}\.\w{1,40}$/.test(scope));
			const of = (works: boolean) => [...scopes.keys()].filter((key) => scopes.get(key) === works);
			const refused = of(false);
			const untried = named.filter((scope) => !scopes.has(scope));
			const seen = [
				['work', of(true)] as const,
				['refused', refused] as const,
				['not tried', untried] as const,
			]
				.filter(([, names]) => names.length > 0)
				.map(([what, names]) => `${what}: ${names.join(', ')}`)
				.join('; ');
			return refused.length === 0
				? { result: 'ok', seen, means: 'Everything needed for reading is granted', todo: '' }
				: {
						result: 'refused',
						seen,
						means: 'The connection was made with fewer scopes than the nodes need',
						todo: `Add ${refused.join(', ')} to Scope in the credential, and reconnect`,
					};
		},
	};
}
