import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf } from './told';
import { vendors } from './vendors';

const docs = path.join(__dirname, '../../docs');

/** Path in `docs` of the items that a trigger makes of an event's examples. */
const fileOf = (page: string, key: string) => `events/${page}/${key}.json`;

/** Every such file, and its content: what n8n's editor takes as mock data of the trigger. */
export const mockData: ReadonlyMap<string, string> = new Map(
	vendors.flatMap((vendor) =>
		[...itemsOf(vendor)].map(([key, items]): [string, string] => [
			fileOf(vendor.page, key),
			`${JSON.stringify(items, null, 2)}\n`,
		]),
	),
);

/** Where the mock data of an event is, if there is an example of it. */
export function mockDataOf(page: string, key: string): string | undefined {
	const file = fileOf(page, key);
	return mockData.has(file) ? file : undefined;
}

export function writeMockData(): void {
	rmSync(path.join(docs, 'events'), { recursive: true, force: true });
	for (const [file, text] of mockData) {
		mkdirSync(path.dirname(path.join(docs, file)), { recursive: true });
		writeFileSync(path.join(docs, file), text);
	}
}
