import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folderOf = (vendor: string) => path.join(__dirname, '../../simulators', vendor, 'examples');

/** A body that the vendor prints in its documentation, exact bytes. */
export const exampleOf = (vendor: string, name: string): Buffer =>
	readFileSync(path.join(folderOf(vendor), `${name}.json`));

/** Names of all bodies that the vendor prints. */
export const exampleNamesOf = (vendor: string): readonly string[] =>
	readdirSync(folderOf(vendor))
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'));

/** All of them, as JSON. */
export const bodiesOf = (vendor: string): unknown[] =>
	exampleNamesOf(vendor).map((name) => JSON.parse(exampleOf(vendor, name).toString()) as unknown);
