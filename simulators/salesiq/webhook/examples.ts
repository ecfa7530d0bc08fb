import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(__dirname, '..', 'examples');

/** The vendor's own examples, and those made from its field tables where it prints none. */
const files = new Map(
	[root, join(root, 'invented')].flatMap((folder) =>
		readdirSync(folder)
			.filter((file) => file.endsWith('.json'))
			.map((file): [string, string] => [basename(file, '.json'), join(folder, file)]),
	),
);

/** Names of all examples: the event's own, plus variants such as `conversation.rated-feedback`. */
export const exampleNames: readonly string[] = [...files.keys()].sort();

/** The bytes of an example as its file has them; undefined where there is none. */
export function exampleBytes(name: string): Buffer | undefined {
	const file = files.get(name);
	return file === undefined ? undefined : readFileSync(file);
}

/** The event that an example is of: what follows a hyphen names a variant. */
export function eventOf(name: string): string {
	return name.replace(/-.*$/, '');
}

/** The example that an event's own name stands for: its file, or else its first variant. */
export function exampleNameFor(name: string): string | undefined {
	return files.has(name) ? name : exampleNames.find((candidate) => eventOf(candidate) === name);
}
