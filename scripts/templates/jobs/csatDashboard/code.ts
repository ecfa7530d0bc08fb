import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vendors } from '../../../vendors';
import { talkOf } from '../../pieces/talk';

const read = (file: string) => readFileSync(path.join(__dirname, file), 'utf8').trimEnd();

/** Puts text where a file leaves it open; as it is, as `$` means something to `replace`. */
const fill = (code: string, open: string, text: string) => code.replace(open, () => text);

const vendorNames = Object.fromEntries(vendors.map(({ value, name }) => [value, name]));

export const keepCode = fill(
	read('keep.cjs'),
	'const said = [];',
	`const said = ${talkOf('$json.transcript')};`,
).replace(' // Filled in when the template is written.', '');

export const sumUpCode = read('sumUp.cjs');

/** No library draws the charts: a Code node loads none unless whoever runs n8n allows it. */
export const pageCode = page();

function page(): string {
	const script = read('live.js');
	const hash = createHash('sha256').update(script).digest('base64');
	// Should a text ever get through as markup, no script of it runs.
	const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; connect-src http: https:; base-uri 'none'`;
	const names = `const vendors = ${JSON.stringify(vendorNames)};`;
	const parts: readonly (readonly [string, string])[] = [
		['const vendors = {}; // Filled in when the template is written.', names],
		['POLICY', policy],
		['STYLE', read('style.css')],
		['SCRIPT', script],
	];
	const drawn = parts.reduce((code, [open, text]) => fill(code, open, text), read('page.cjs'));
	return `${drawn}\n`.replace(/(?<=\n)(?=const vendors = )/, `${read('charts.cjs')}\n`);
}
