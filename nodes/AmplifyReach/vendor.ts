import type { Vendor } from '../shared/vendor';

export const vendor = {
	value: 'amplifyReach',
	name: 'AmplifyReach',
	shortName: 'AmplifyReach',
	folder: 'AmplifyReach',
	page: 'amplifyreach',
	simulator: 'amplifyreach',
} as const satisfies Vendor;
