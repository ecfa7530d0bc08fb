import type { Vendor } from '../shared/vendor';

export const vendor = {
	value: 'zohoSalesIq',
	name: 'Zoho SalesIQ',
	shortName: 'SalesIQ',
	folder: 'ZohoSalesIq',
	page: 'zoho-salesiq',
	simulator: 'salesiq',
} as const satisfies Vendor;
