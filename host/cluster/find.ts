import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/** What queue mode needs beside n8n: the programs of each server, and how Debian calls it. */
const SERVERS = [
	{ name: 'Redis', debian: 'redis-server', programs: ['redis-server'] },
	{ name: 'PostgreSQL', debian: 'postgresql', programs: ['initdb', 'postgres'] },
	{ name: 'HAProxy', debian: 'haproxy', programs: ['haproxy'] },
] as const;

type Program = (typeof SERVERS)[number]['programs'][number];

/** Where Debian has servers that the path of its users lacks. */
const SYSTEM = ['/usr/sbin'];

/** Debian keeps the servers of PostgreSQL by version, and none of them on the path. */
const DEBIAN = '/usr/lib/postgresql';

function folders(): string[] {
	const versions = process.platform === 'linux' ? namesIn(DEBIAN) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	return [
		...(process.env.PATH ?? '').split(path.delimiter),
		...SYSTEM,
		...newestFirst.map((version) => path.join(DEBIAN, version, 'bin')),
	];
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function pathOf(program: Program): string | undefined {
	return folders()
		.map((folder) => path.join(folder, program))
		.find((file) => {
			try {
				accessSync(file, constants.X_OK);
				return true;
			} catch {
				return false;
			}
		});
}

/** Which servers are missing on this machine and how to install them, in one line; none otherwise. */
export function missingServers(): string | undefined {
	const missing = SERVERS.filter(({ programs }) => programs.some((one) => !pathOf(one)));
	if (missing.length === 0) return undefined;
	const names = missing.map(({ name }) => name).join(' and no ');
	const packages = missing.map(({ debian }) => debian).join(' ');
	return (
		`A cluster needs Redis, PostgreSQL and HAProxy, and this machine has no ${names}: ` +
		`install ${missing.length === 1 ? 'it' : 'them'} (Debian: "apt-get install ${packages}")`
	);
}

/**
 * Path of a server's program.
 *
 * @throws when it is missing, with how to install it
 */
export function find(program: Program): string {
	const found = pathOf(program);
	if (found === undefined) throw new Error(missingServers() ?? `${program} is missing`);
	return found;
}
