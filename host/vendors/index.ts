import { ofEachVendor } from '../../scripts/vendors';
import type { Starts } from './vendor';

/** How to start each vendor in a box, by the name that the user types. */
export const vendors: Starts = Object.assign(
	{},
	...ofEachVendor<{ starts: Starts }>(__dirname).map(({ starts }) => starts),
) as Starts;
