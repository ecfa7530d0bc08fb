import type { Vendor } from '../shared/vendor';

export const vendor = {
	value: 'iadvize',
	name: 'iAdvize',
	shortName: 'iAdvize',
	folder: 'Iadvize',
	page: 'iadvize',
	simulator: 'iadvize',
} as const satisfies Vendor;
