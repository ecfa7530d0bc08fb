import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../simulators/iadvize/examples');

/** A delivery that the vendor prints in its documentation, exact bytes. */
export const example = (name: string): Buffer => readFileSync(path.join(folder, `${name}.json`));

/** The same, parsed. */
export const exampleEvent = (name: string) =>
	JSON.parse(example(name).toString()) as Record<string, unknown>;

/** Names of all deliveries that the vendor prints. */
export const exampleNames: readonly string[] = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => path.basename(file, '.json'));
