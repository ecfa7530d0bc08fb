import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { moved } from './moved';
import { pack, root, type Manifest } from './package';

interface Template {
	nodes: { type: string }[];
}

const nameIn = (file: string) => path.basename(file).split('.')[0]?.toLowerCase();

/** The templates that do with the nodes of a package, by file name and as JSON text. */
export function templatesOf({ name, n8n }: Manifest): [file: string, json: string][] {
	const own = n8n.nodes.map(nameIn);
	return readdirSync(path.join(root, 'templates'))
		.filter((file) => file.endsWith('.json'))
		.map((file): [string, string] => [file, readFileSync(path.join(root, 'templates', file), 'utf8')])
		.filter(([, json]) => {
			const ours = (JSON.parse(json) as Template).nodes
				.map(({ type }) => type.split('.'))
				.filter(([packageName]) => packageName === pack.name);
			return ours.length > 0 && ours.every(([, node]) => own.includes(node?.toLowerCase()));
		})
		.map(([file, json]) => [file, moved(json, pack.name, name)]);
}
