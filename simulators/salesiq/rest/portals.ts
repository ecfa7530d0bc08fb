import { SalesIqError } from '../errors';
import type { Route } from './route';

/** Portals, below `/api/v2` without a screen name (contract §5.6). */
export const portalRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/portals',
		scope: 'portals.READ',
		answer: (_call, { account }) => ({
			object: 'list',
			data: account.portals.map((portal) => ({ ...portal, logo: logoOf(portal.screenname) })),
		}),
	},
	{
		method: 'GET',
		path: '/portals/:name',
		scope: 'portals.READ',
		answer: ({ params }, { account, settings }) => {
			const portal = account.portals.find(({ screenname }) => screenname === params.name);
			if (!portal) throw new SalesIqError(settings.wrongScreenNameCode);
			const { screenname, operator_id, owner_zuid } = portal;
			const data = {
				company_name: portal.name,
				website: 'www.example.com',
				owner: { email_id: 'ada@example.com', zuid: owner_zuid, operator_id, name: 'Ada Example' },
				fax: '',
				phone: '+15550100110',
				email_id: 'grace@example.com',
				language: 'en',
				screenname,
				address: 'Texas',
				description: 'Example portal description',
				logo: logoOf(screenname),
				time_zone: 'America/Los Angeles',
				icon: `/images/${screenname}/favicon.ico`,
			};
			return { object: 'portal', data };
		},
	},
];

/** Apps of the portal: only `id` and `name` are known to be used. */
export const appRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/apps',
		scope: 'Apps.READ',
		answer: (_call, { account }) => ({ object: 'list', data: account.apps }),
	},
];

function logoOf(screenname: string): string {
	return `/api/v2/${screenname}/downloads/00000000000000000000000000000001?purpose=company_logo`;
}
