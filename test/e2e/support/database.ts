import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Host } from '../../../host/host';
import { node24 } from '../../../host/node24';

const fileOf = ({ folder }: Host) => path.join(folder, '.n8n/database.sqlite');

const OPEN = "const db = new (require('node:sqlite').DatabaseSync)(process.argv[1]);";

async function run(host: Host, code: string, sql = ''): Promise<string> {
	const all = `${OPEN} db.exec('PRAGMA busy_timeout = 5000'); ${code}`;
	const args = ['--no-warnings', '-e', all, fileOf(host), sql];
	return (await promisify(execFile)(node24(), args)).stdout;
}

const execute = async (host: Host, sql: string) =>
	await run(host, 'db.exec(process.argv[2]);', sql);

interface Content {
	/** Of the pages in use. */
	readonly bytes: number;
	/** Rows by table. */
	readonly rows: Readonly<Record<string, number>>;
}

/** What is in n8n's database. */
export async function contentOf(host: Host): Promise<Content> {
	const code = `
		const one = (sql) => Object.values(db.prepare(sql).get())[0];
		const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
		const counts = tables.map(({ name }) => [name, one('SELECT count(*) FROM "' + name + '"')]);
		const pages = one('PRAGMA page_count') - one('PRAGMA freelist_count');
		const bytes = pages * one('PRAGMA page_size');
		console.log(JSON.stringify({ bytes, rows: Object.fromEntries(counts) }));`;
	return JSON.parse(await run(host, code)) as Content;
}

/** While it works, n8n's database takes no execution. */
export async function refusingExecutions<Result>(
	host: Host,
	work: () => Promise<Result>,
): Promise<Result> {
	const refuse = "SELECT RAISE(ABORT, 'no room for executions')";
	await execute(
		host,
		`CREATE TRIGGER refuse BEFORE INSERT ON execution_entity BEGIN ${refuse}; END`,
	);
	try {
		return await work();
	} finally {
		await execute(host, 'DROP TRIGGER refuse');
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
