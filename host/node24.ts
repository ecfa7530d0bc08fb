import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';

/**
 * Path of the Node.js that runs n8n: n8n 2.41 refuses anything below 24, whatever runs the tests.
 *
 * @throws when neither the installed package nor the running Node.js will do
 */
export function node24(): string {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const folder = path.join(root, 'host/node_modules', `node-${system}-${process.arch}`);
	const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(binary)) return binary;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	throw new Error(
		`n8n needs Node.js 24 and none is installed for ${system} ${process.arch}: ` +
			'run "node scripts/install.mjs --host", or start again under Node.js 24',
	);
}
