import type { Vendor } from '../shared/vendor';

export const vendor = {
	value: 'swiftsell',
	name: 'Swiftsell',
	shortName: 'Swiftsell',
	folder: 'Swiftsell',
	page: 'swiftsell',
	simulator: 'swiftsell',
} as const satisfies Vendor;
