import type { IWebhookFunctions } from 'n8n-workflow';

/** A credential is not read again for so long: n8n gets an isolate ready for each that is read. */
const KEPT_MS = 10_000;

/** For a call that the kept one refuses, it must have been read within so long. */
export const DOUBTED_MS = 1_000;

const MAX_KEPT = 1_000;

interface Kept {
	credential: Promise<object | undefined>;
	/** When its reading began, in ms of the process's own clock, which no one can set back. */
	readMs: number;
}

// By type and ID, oldest first. A process that has lost it reads again; what has changed meanwhile is
// wrong for as long as it is kept. Only what is chosen in a published trigger gets here, never
// anything of a call.
const kept = new Map<string, Kept>();

/**
 * The credential of a trigger, as it was no longer ago than `maxAgeMs` (milliseconds, ten seconds at
 * most). A call from the editor always has it read.
 *
 * @returns undefined if n8n cannot read it; then nothing is kept of it
 */
export async function credentialOf(
	context: IWebhookFunctions,
	type: string,
	maxAgeMs = KEPT_MS,
): Promise<object | undefined> {
	const id = context.getNode().credentials?.[type]?.id;
	const key = `${type} ${id}`;
	const read = async () =>
		await context.getCredentials(type).catch(() => {
			kept.delete(key);
			return undefined;
		});
	if (!id || context.getMode() === 'manual') return await read();

	const nowMs = performance.now();
	const known = kept.get(key);
	if (known && nowMs - known.readMs <= maxAgeMs) return await known.credential;
	// Deleted first, so that it becomes the youngest.
	kept.delete(key);
	const credential = read();
	kept.set(key, { credential, readMs: nowMs });
	forgetOld(nowMs);
	return await credential;
}

function forgetOld(nowMs: number): void {
	for (const [key, { readMs }] of kept) {
		if (kept.size <= MAX_KEPT && nowMs - readMs <= KEPT_MS) break;
		kept.delete(key);
	}
}
