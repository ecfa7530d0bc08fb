import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { omit } from '../../shared/omit';
import type { Account } from '../account/model';
import type { Settings } from '../settings';

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

/** Where the account is; the vendor's examples are of both platforms. */
const PLATFORM = 'ha';

/**
 * An example as if it happened now: `eventId`, `createdAt` and `sentAt` are new, and so is the
 * conversation that it is about, as far as the account knows that of the example.
 */
export function freshExample(
	event: string,
	account: Account,
	nowMs: number,
	{ tellsVisitorExternalId }: Pick<Settings, 'tellsVisitorExternalId'>,
): string {
	const told = JSON.parse(exampleBytes(event).toString('utf8')) as Record<string, unknown>;
	const example = tellsVisitorExternalId ? told : omit(told, 'visitorExternalId');
	const now = new Date(nowMs).toISOString();
	const conversation = account.conversations.find(({ id }) => id === example.conversationId);
	const own = { eventId: randomUUID(), platform: PLATFORM, createdAt: now, sentAt: now };
	if (!conversation) return JSON.stringify({ ...example, ...own });
	const legacyId = 1 + Math.max(...account.conversations.map((one) => one.legacyId));
	const another = { ...conversation, id: randomUUID(), legacyId };
	account.conversations.push(another);
	return JSON.stringify({ ...example, ...own, conversationId: another.id });
}
