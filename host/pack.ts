import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { x as extract } from 'tar';
import { z } from 'zod';
import { npm } from './npm';
import { root } from './paths';

const manifest = z.object({
	name: z.string(),
	version: z.string(),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()).default([]) }),
});
const packed = z.tuple([z.object({ filename: z.string() })]);

/**
 * Packs the built package, as publishing would, and installs the tarball where n8n's own installer
 * puts a community package. The package must have been built.
 *
 * @param folder the host's folder: `N8N_USER_FOLDER`
 * @param packageDir the package, this repository unless told
 */
export async function installPack(folder: string, packageDir = root): Promise<void> {
	const { name, version, n8n } = manifest.parse(
		JSON.parse(await readFile(path.join(packageDir, 'package.json'), 'utf8')),
	);
	// n8n drops the whole package without a word when one listed file is missing.
	const missing = [...n8n.nodes, ...n8n.credentials].find(
		(file) => !existsSync(path.join(packageDir, file)),
	);
	if (missing !== undefined) throw new Error(`${missing} is missing: run "npm run build" first`);

	await mkdir(folder, { recursive: true });
	const tarball = path.join(folder, await npmPack(packageDir, folder));
	const nodes = path.join(folder, '.n8n/nodes');
	const target = path.join(nodes, 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await extract({ file: tarball, cwd: target, strip: 1 });
	await writeFile(
		path.join(nodes, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: { [name]: version } }),
	);
}

async function npmPack(packageDir: string, folder: string): Promise<string> {
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
	return packed.parse(JSON.parse(await npm(args, { cwd: packageDir })))[0].filename;
}
