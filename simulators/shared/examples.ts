import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The example deliveries of one vendor. */
interface Examples {
	/** File names without `.json`. */
	readonly names: readonly string[];
	/** The bytes of an example as its file has them; also found by the vendor's own spelling. */
	bytesOf(event: string): Buffer;
}

/** Reads the vendor's own examples in `root`, and those made from its field tables in `invented`. */
export function createExamples(root: string): Examples {
	const files = new Map(
		[root, join(root, 'invented')].flatMap((folder) =>
			readdirSync(folder)
				.filter((file) => file.endsWith('.json'))
				.map((file): [string, string] => [basename(file, '.json'), join(folder, file)]),
		),
	);
	const names = [...files.keys()].sort();
	return {
		names,
		bytesOf: (event) => {
			const file = files.get(event) ?? files.get(fileNameOf(event));
			if (file !== undefined) return readFileSync(file);
			throw new Error(`No example of event '${event}'. There are: ${names.join(', ')}`);
		},
	};
}

/** `Contact Information` and `message/button.response` as files are named. */
function fileNameOf(event: string): string {
	return event.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
