import path from 'node:path';
import { vendor as amplifyReach } from '../nodes/AmplifyReach/vendor';
import { vendor as iadvize } from '../nodes/Iadvize/vendor';
import { vendor as messangi } from '../nodes/Messangi/vendor';
import { vendor as swiftsell } from '../nodes/Swiftsell/vendor';
import { vendor as salesIq } from '../nodes/ZohoSalesIq/vendor';

/** The vendors of the pack, in the order of its pages. A new one is a line here, and its folders. */
export const vendors = [iadvize, salesIq, amplifyReach, messangi, swiftsell] as const;

/** What each vendor's module in a folder exports; it has the name of the vendor's simulator. */
export const ofEachVendor = <Module>(folder: string): Module[] =>
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the list above is the only one
	vendors.map(({ simulator }) => require(path.join(folder, simulator)) as Module);
