import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { find, missingServers } from '../../../../host/cluster/find';

const { PATH } = process.env;
afterEach(() => {
	process.env.PATH = PATH;
});

/** A folder with these programs, as the only one on the path. */
function onlyWith(...programs: string[]): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'programs-'));
	for (const name of programs) {
		writeFileSync(path.join(folder, name), '');
		chmodSync(path.join(folder, name), 0o755);
	}
	process.env.PATH = folder;
	return folder;
}

test('what is missing, and how to install it, in one line', () => {
	onlyWith('initdb', 'postgres', 'haproxy');
	const line =
		'A cluster needs Redis, PostgreSQL and HAProxy, and this machine has no Redis: ' +
		'install it (Debian: "apt-get install redis-server")';
	expect(missingServers()).toBe(line);
	expect(() => find('redis-server')).toThrow(line);
});

test('nothing is missing where all are on the path', () => {
	const folder = onlyWith('redis-server', 'initdb', 'postgres', 'haproxy');
	expect(missingServers()).toBeUndefined();
	expect(find('initdb')).toBe(path.join(folder, 'initdb'));
});
