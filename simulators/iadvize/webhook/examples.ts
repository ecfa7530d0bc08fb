import { randomUUID } from 'node:crypto';
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

/** Names of all example events: the event's own, plus variants such as `…-empty-operators`. */
export const eventNames: readonly string[] = [...files.keys()].sort();

/** The bytes of an example as its file has them. */
export function exampleBytes(event: string): Buffer {
	const file = files.get(event);
	if (file !== undefined) return readFileSync(file);
	throw new Error(`No example of event '${event}'. There are: ${eventNames.join(', ')}`);
}

/** An example as if it happened now: `eventId`, `createdAt` and `sentAt` are new. */
export function freshExample(event: string, nowMs: number): string {
	const example = JSON.parse(exampleBytes(event).toString('utf8')) as Record<string, unknown>;
	const now = new Date(nowMs).toISOString();
	return JSON.stringify({ ...example, eventId: randomUUID(), createdAt: now, sentAt: now });
}
