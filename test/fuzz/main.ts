import '../support/n8n-core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Campaign } from './campaign';

/** `npm run fuzz -- --calls 1000000 --seed 1`: the campaign, with what it found in the last lines. */

const { values } = parseArgs({ options: { calls: { type: 'string' }, seed: { type: 'string' } } });

function numberOf(name: keyof typeof values, fallback: number): number {
	const number = Number(values[name] ?? fallback);
	if (Number.isSafeInteger(number) && number > 0) return number;
	throw new Error(`--${name} must be a whole number above 0`);
}

const MAX_SHOWN = 20;

function summaryOf({ calls, accepted, faults, slowest }: Campaign): string {
	const count = (words: string) => faults.filter((fault) => fault.includes(words)).length;
	return [
		`${calls} calls, ${accepted} accepted, ${count('forged call accepted')} of them forged`,
		`${count('exception')} exceptions`,
		`${count('leaked')} leaked secrets`,
		`${count('slow')} slow calls`,
		slowest
			? `slowest call ${slowest.ms.toFixed(0)} ms of the processor (${slowest.node}, seed ${slowest.seed}, call ${slowest.index})`
			: '',
	].join('\n');
}

async function main(): Promise<void> {
	if (!existsSync(path.join(__dirname, '../../dist'))) throw new Error('Run "npm run build" first');
	const calls = numberOf('calls', 1_000_000);
	const seed = numberOf('seed', (Date.now() % 1_000_000_000) + 1);
	console.log(`${calls} calls to all triggers, from seed ${seed} on`);
	// Only now: n8n-core reads where its folder is when it is loaded.
	const [{ loadPack }, { campaign, BATCH }] = await Promise.all([
		import('../support/pack'),
		import('./campaign'),
	]);
	const every = Math.max(1, Math.round(calls / BATCH / 50));
	const result = await campaign(await loadPack(), { calls, seed }, (sum, batch) => {
		if ((batch - seed) % every === 0) {
			console.log(`seed ${batch}: ${sum.calls} calls, ${sum.faults.length} faults`);
		}
	});
	console.log(summaryOf(result));
	if (result.faults.length === 0) return;
	for (const fault of result.faults.slice(0, MAX_SHOWN)) console.error(fault);
	throw new Error(
		`The campaign found ${result.faults.length} faults, of which up to ${MAX_SHOWN} are above`,
	);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
