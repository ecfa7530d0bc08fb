import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';
import { readJson } from './packages.mjs';
import { writeVersions } from './record.mjs';
import { folderOf } from './versions.mjs';

const file = path.join(root, 'scripts/n8n/nodeTypes.json');
const PREFIX = 'n8n-nodes-base.';

/**
 * Writes down which versions of a node a version of n8n has, for all nodes of n8n that templates
 * use: a test compares templates with it.
 *
 * @param {string} version installed
 */
export async function writeNodeTypes(version) {
	const modules = path.join(folderOf(version), 'node_modules');
	const names = used();
	/** @type {Record<string, number[]>} */
	const known = {};
	for (const type of readJson(path.join(modules, 'n8n-nodes-base/dist/types/nodes.json'))) {
		const name = PREFIX + type.name;
		const versions = new Set([...(known[name] ?? []), ...[type.version].flat()]);
		if (names.has(name)) known[name] = [...versions].sort((a, b) => a - b);
	}
	await writeVersions(file, { ...(existsSync(file) ? readJson(file) : {}), [version]: known });
}

/** Names of n8n's own nodes in the templates. */
function used() {
	const folder = path.join(root, 'templates');
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	/** @type {{ type: string }[]} */
	const nodes = files.flatMap((name) => readJson(path.join(folder, name)).nodes);
	return new Set(nodes.map(({ type }) => type).filter((type) => type.startsWith(PREFIX)));
}
