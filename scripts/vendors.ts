import path from 'node:path';
import { vendor as amplifyReach } from '../nodes/AmplifyReach/vendor';
import { vendor as iadvize } from '../nodes/Iadvize/vendor';
import { vendor as messangi } from '../nodes/Messangi/vendor';
import { vendor as swiftsell } from '../nodes/Swiftsell/vendor';
import { vendor as salesIq } from '../nodes/ZohoSalesIq/vendor';

/** The vendors of the pack, in the order of its pages. A new one is a line here, and its folders. */
export const vendors = [iadvize, salesIq, amplifyReach, messangi, swiftsell] as const;

type OneOfThem = (typeof vendors)[number];

/** A vendor by the name that the user types. */
export type VendorName = OneOfThem['simulator'];

/** What each vendor's module in a folder exports; it has the name of the vendor's simulator. */
export const ofEachVendor = <Module>(folder: string): (Module & { vendor: OneOfThem })[] =>
	vendors.map((vendor) => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- the list above is the only one
		const module = require(path.join(folder, vendor.simulator)) as Module;
		return { ...module, vendor };
	});
