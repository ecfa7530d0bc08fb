import type { IWebhookFunctions } from 'n8n-workflow';

/** How many events a trigger remembers: nine bytes each in n8n's database. */
const KEPT = 1000;

/** For how long what another call may have overwritten is written again. */
const RESTORED_MS = 10 * 60_000;

/** A call that n8n never answers holds up others no longer than this. */
const PATIENCE_MS = 2 * 60_000;

type Answer = ReturnType<IWebhookFunctions['getResponseObject']>;

interface Memory {
	/** What this process has output, and when in ms; oldest first. */
	told: Map<string, number>;
	/** What calls that n8n has not answered yet are about to output. */
	underway: Map<string, { answer: Answer; sinceMs: number }>;
}

/** The part of the trigger's static data that is kept here. */
interface Stored {
	/** Keys of equal length, separated by spaces, oldest first. */
	seen?: string;
}

// By trigger. n8n saves all of a workflow's static data as a call found it, with what that call has
// changed: of two calls at once, the later would undo the earlier if nothing were remembered here.
const memories = new Map<string, Memory>();

/** What a trigger has output, by eight-character keys: in n8n's database and in this process. */
export interface Seen {
	has(key: string): boolean;
	/** Whether another call is about to output one of these. */
	isUnderway(keys: readonly string[]): boolean;
	/** To be output by this call. */
	begin(keys: readonly string[]): void;
	/** Output by this call. */
	add(keys: readonly string[]): void;
	/** Puts what was output into the static data of this call, which n8n saves after it. */
	restore(): void;
}

export function seenBy(context: IWebhookFunctions): Seen {
	const memory = memoryOf(`${context.getWorkflow().id ?? ''} ${context.getNode().id}`);
	const { told, underway } = memory;
	const stored = context.getWorkflowStaticData('node') as Stored;
	return {
		has: (key) => told.has(key) || (stored.seen ?? '').includes(key),
		isUnderway(keys) {
			settle(memory);
			return keys.some((key) => underway.has(key));
		},
		begin(keys) {
			const call = { answer: context.getResponseObject(), sinceMs: Date.now() };
			for (const key of keys) underway.set(key, call);
		},
		add(keys) {
			remember(told, keys);
			restore(told, stored);
		},
		restore() {
			restore(told, stored);
		},
	};
}

function memoryOf(trigger: string): Memory {
	const memory = memories.get(trigger) ?? { told: new Map(), underway: new Map() };
	memories.set(trigger, memory);
	return memory;
}

/**
 * n8n's answer decides: it says 200 only when the execution is stored, even to a caller that has
 * hung up.
 */
function settle({ told, underway }: Memory): void {
	for (const [key, { answer, sinceMs }] of underway) {
		const isAnswered = answer.writableEnded;
		if (isAnswered || Date.now() - sinceMs > PATIENCE_MS) underway.delete(key);
		if (!isAnswered) continue;
		if (answer.statusCode >= 300) told.delete(key);
		else if (!told.has(key)) remember(told, [key]);
	}
}

function restore(told: Memory['told'], stored: Stored): void {
	const kept = new Set(stored.seen?.split(' '));
	const fromMs = Date.now() - RESTORED_MS;
	const lost = [...told].filter(([key, atMs]) => atMs >= fromMs && !kept.has(key));
	// Even an assignment of the same makes n8n write to its database.
	if (lost.length === 0) return;
	stored.seen = [...kept, ...lost.map(([key]) => key)].slice(-KEPT).join(' ');
}

function remember(told: Memory['told'], keys: readonly string[]): void {
	for (const key of keys) told.set(key, Date.now());
	for (const oldest of told.keys()) {
		if (told.size <= KEPT) break;
		told.delete(oldest);
	}
}
