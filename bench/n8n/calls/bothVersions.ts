import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hostFolder, root } from '../../../host/paths';

const TRIGGER = 'dist/nodes/Iadvize/IadvizeTrigger.node.js';
const SHIPPED = /\bversion: 1\.1,/g;

/**
 * A copy of the built pack whose trigger has version 1 beside 1.1, so that both run the same code in
 * the same n8n. Nothing else differs: what n8n does for a version, it decides by each node's number.
 *
 * @returns the folder of the copy
 * @throws when the trigger does not give its version as expected
 */
export async function packWithBothVersions(): Promise<string> {
	const copy = hostFolder('bench-pack');
	await rm(copy, { recursive: true, force: true });
	for (const part of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist']) {
		await cp(path.join(root, part), path.join(copy, part), { recursive: true });
	}
	const file = path.join(copy, TRIGGER);
	const code = await readFile(file, 'utf8');
	if (code.match(SHIPPED)?.length !== 1) throw new Error(`${TRIGGER} has no "version: 1.1,"`);
	await writeFile(file, code.replace(SHIPPED, 'version: [1, 1.1],'));
	return copy;
}
