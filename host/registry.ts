import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import getPort from 'get-port';
import { node24 } from './node24';
import { npm } from './npm';
import { n8nModules, root } from './paths';
import { ended, endWithThis, hasEnded, outside, signal } from './processes';
import { waitFor } from './wait';

/** A registry of npm packages of one's own, which asks no other. */
export interface Registry {
	/** Without a trailing slash. */
	readonly url: string;
	/** @param packageDir a built package */
	publish(packageDir: string): Promise<void>;
	stop(): Promise<void>;
}

/** The registry that n8n installs from unless it has a licence for another. */
export function registryOfN8n(): URL {
	const config = 'dist/modules/community-packages/community-packages.config.js';
	const text = readFileSync(path.join(n8nModules, 'n8n', config), 'utf8');
	const [, url] = /registry = '(https:[^']+)'/.exec(text) ?? [];
	if (url === undefined) throw new Error(`n8n names no registry any more in ${config}`);
	return new URL(url);
}

/**
 * Starts verdaccio, to which anyone on this machine may publish.
 *
 * @param folder where it keeps what is published
 * @param publicUrl the address at which it is asked, for the addresses of tarballs
 * @throws when it does not answer within a minute; its log is beside the folder
 */
export async function startRegistry(folder: string, publicUrl: string): Promise<Registry> {
	await mkdir(folder, { recursive: true });
	const port = await getPort({ host: '127.0.0.1' });
	const url = `http://127.0.0.1:${port}`;
	const config = path.join(folder, 'config.json');
	// YAML reads JSON.
	await writeFile(
		config,
		JSON.stringify({
			storage: path.join(folder, 'storage'),
			uplinks: {},
			packages: { '**': { access: '$all', publish: '$all' } },
			log: { type: 'file', path: path.join(folder, 'registry.log'), level: 'http' },
		}),
	);
	const node = node24();
	const verdaccio = path.join(root, 'host/node_modules/verdaccio/bin/verdaccio');
	const child = spawn(node, [verdaccio, '--config', config, '--listen', url], {
		cwd: folder,
		env: { ...outside(node), HOME: folder, VERDACCIO_PUBLIC_URL: publicUrl },
		stdio: 'ignore',
		detached: process.platform !== 'win32',
	});
	endWithThis(child);
	await waitFor('the registry to answer', 60_000, async () => {
		if (hasEnded(child)) throw new Error(`The registry ended; see ${folder}`);
		const answer = await fetch(`${url}/-/ping`).catch(() => undefined);
		return answer?.ok === true ? true : undefined;
	});
	return {
		url,
		async publish(packageDir) {
			// npm insists on a login; verdaccio does not.
			const login = `--//127.0.0.1:${port}/:_authToken=anyone`;
			const here = ['--provenance=false', `--registry=${url}`, login];
			await npm(['publish', '--ignore-scripts', ...here], {
				cwd: packageDir,
				env: { ...outside(node), HOME: folder },
			});
		},
		async stop() {
			signal(child, 'SIGTERM');
			await ended(child);
		},
	};
}
