import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { endWithThis } from '../../host/processes';
import { settle } from '../n8n/settle';
import { another } from '../support/delivery';
import type { ClusterStage } from './stage';

export const FLOOD = { strangers: 1_000, seconds: 20, genuinePerSecond: 5 };

/** What became of genuine calls beside a flood of forged ones. */
export interface Flooded {
	readonly processors: number;
	/** Milliseconds until each genuine call was answered 200. */
	readonly ms: readonly number[];
	/** Genuine calls that were answered something else, or not at all. */
	readonly failed: number;
	readonly forgedPerSecond: number;
	/** Forged calls that were not refused in due form. */
	readonly forgedFailed: number;
}

export async function flood(stage: ClusterStage, processors: number): Promise<Flooded> {
	const { rest } = stage.host;
	const { strangers: count, seconds, genuinePerSecond } = FLOOD;
	const args = [rest.url, stage.path, String(count), String(seconds * 1000)];
	const strangers = fork(path.join(__dirname, 'strangers.ts'), args, {
		stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
	});
	endWithThis(strangers);
	const said = strangers.stdout ? text(strangers.stdout) : Promise.resolve('');
	const ended = once(strangers, 'exit');
	// Until all strangers are at it.
	await sleep(3_000);
	const ms: number[] = [];
	let failed = 0;
	const call = async () => {
		const { headers, body } = another();
		const begun = performance.now();
		try {
			const to = rest.url + stage.path;
			const answer = await request(to, { method: 'POST', headers: { ...headers }, body });
			await answer.body.dump();
			if (answer.statusCode === 200) ms.push(performance.now() - begun);
			else failed += 1;
		} catch {
			failed += 1;
		}
	};
	const calls: Promise<void>[] = [];
	for (let i = 0; i < (seconds - 5) * genuinePerSecond; i++) {
		calls.push(call());
		await sleep(1000 / genuinePerSecond);
	}
	await Promise.all(calls);
	await ended;
	const answers = JSON.parse(await said) as { refused: number; failed: number };
	await settle(rest);
	const forgedPerSecond = answers.refused / seconds;
	return { processors, ms, failed, forgedPerSecond, forgedFailed: answers.failed };
}
