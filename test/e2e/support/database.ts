import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Host } from '../../../host/host';
import { node24 } from '../../../host/node24';

const fileOf = ({ folder }: Host) => path.join(folder, '.n8n/database.sqlite');

const OPEN = "const db = new (require('node:sqlite').DatabaseSync)(process.argv[1]);";

async function run(host: Host, sql: string): Promise<void> {
	const code = `${OPEN} db.exec('PRAGMA busy_timeout = 5000'); db.exec(process.argv[2]);`;
	await promisify(execFile)(node24(), ['--no-warnings', '-e', code, fileOf(host), sql]);
}

/** While it works, n8n's database takes no execution. */
export async function refusingExecutions<Result>(
	host: Host,
	work: () => Promise<Result>,
): Promise<Result> {
	const refuse = "SELECT RAISE(ABORT, 'no room for executions')";
	await run(host, `CREATE TRIGGER refuse BEFORE INSERT ON execution_entity BEGIN ${refuse}; END`);
	try {
		return await work();
	} finally {
		await run(host, 'DROP TRIGGER refuse');
	}
}

/**
 * Keeps n8n's database from being written to, as a slow disk does.
 *
 * @returns what ends it
 */
export async function lockDatabase(host: Host): Promise<() => Promise<void>> {
	const code = `${OPEN} db.exec('PRAGMA busy_timeout = 5000'); db.exec('BEGIN IMMEDIATE');
		console.log('locked'); process.stdin.once('data', () => process.exit()).once('end', () => process.exit());`;
	const child = spawn(node24(), ['--no-warnings', '-e', code, fileOf(host)], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	return async () => {
		const ended = once(child, 'exit');
		child.stdin.end();
		await ended;
	};
}
