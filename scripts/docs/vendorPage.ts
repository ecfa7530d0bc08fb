import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Vendor } from '../../nodes/shared/vendor';
import { shownBy } from './nodes';
import { vendorTables } from './vendorTables';

export const vendorFile = ({ page }: Vendor) => path.join(__dirname, '../../docs', `${page}.md`);

/** A vendor's page as it is, with its tables as the code has them: `<!-- events -->` begins one. */
export function vendorPage(vendor: Vendor): string {
	const shown = shownBy(vendor.folder);
	return Object.entries(vendorTables).reduce(
		(text, [name, tableOf]) =>
			text.replace(
				new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- end of ${name} -->)`),
				(_, start: string, end: string) => `${start}\n${tableOf(shown, vendor.page)}\n${end}`,
			),
		readFileSync(vendorFile(vendor), 'utf8'),
	);
}
