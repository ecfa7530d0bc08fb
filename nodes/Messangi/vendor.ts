import type { Vendor } from '../shared/vendor';

export const vendor = {
	value: 'messangi',
	name: 'Messangi',
	shortName: 'Messangi',
	folder: 'Messangi',
	page: 'messangi',
	simulator: 'messangi',
} as const satisfies Vendor;
