import path from 'node:path';
import { Failure, root } from './run.mjs';

/**
 * Runs a TypeScript file in this process, so that Ctrl-C reaches it; gives what it exports.
 *
 * @param {string} file
 */
export async function runTypeScript(file) {
	let tsx;
	try {
		tsx = await import('tsx/cjs/api');
	} catch {
		throw new Failure('The tools are not installed yet: run "npm start" first');
	}
	return tsx.require(path.join(root, file), import.meta.url);
}
