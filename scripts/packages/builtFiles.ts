import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, type Manifest } from './package';

/** What a built module requires of its own package, as paths from the root of the repository. */
function requiredBy(file: string): string[] {
	const text = readFileSync(path.join(root, file), 'utf8');
	return [...text.matchAll(/require\("(\.[^"]+)"\)/g)].map(([, module = '']) => {
		const required = path.posix.join(path.posix.dirname(file), module);
		return existsSync(path.join(root, `${required}.js`)) ? `${required}.js` : `${required}/index.js`;
	});
}

/** Built modules with all that they require, directly or not. */
function withRequired(files: readonly string[]): string[] {
	const found = new Set(files);
	for (const file of found) for (const next of requiredBy(file)) found.add(next);
	return [...found];
}

/**
 * The built files of a vendor's package: its nodes and credentials with the modules they require,
 * and what n8n reads beside them (icons, codex, output schemas).
 */
export function builtFilesOf({ n8n }: Manifest): string[] {
	const modules = withRequired([...n8n.nodes, ...n8n.credentials]);
	const folders = [...new Set(n8n.nodes.map((file) => path.posix.dirname(file)))];
	const assets = folders.flatMap((folder) =>
		readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.(svg|json)$/.test(file))
			.map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
	);
	return [...modules, ...assets].sort();
}
