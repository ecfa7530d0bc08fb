import { readFileSync, writeFileSync } from 'node:fs';
import { vendors } from '../vendors';
import { manifestOf } from './manifest';
import { moved } from './moved';
import { pack, packageOf } from './package';

const names = [pack.name, ...vendors.map(packageOf)];
const nodesOf = new Map([
	[pack.name, pack.n8n.nodes],
	...vendors.map((vendor) => [packageOf(vendor), manifestOf(vendor).n8n.nodes] as const),
]);

/** `npm run move -- <workflow.json> <package>`: the file again, with its nodes taken from that package. */
function move(file: string, to: string, has: (node: string) => boolean): void {
	const before = readFileSync(file, 'utf8');
	JSON.parse(before);
	const after = names.reduce((json, from) => moved(json, from, to, has), before);
	writeFileSync(file, after);
	console.log(`${file}: ${before === after ? 'nothing to move' : `moved to ${to}`}`);
	const left = names
		.filter((name) => name !== to)
		.flatMap((name) => [...after.matchAll(new RegExp(`"${name}\\.\\w+"`, 'g'))])
		.map(([type]) => type);
	if (left.length > 0) console.log(`Not in ${to}: ${[...new Set(left)].join(', ')}`);
}

const [file, to = ''] = process.argv.slice(2);
const nodes = nodesOf.get(to);
try {
	if (file === undefined || nodes === undefined) {
		throw new Error(`Usage: npm run move -- <workflow.json> <${names.join(' | ')}>`);
	}
	move(file, to, (node) =>
		nodes.some((built) => built.toLowerCase().endsWith(`/${node.toLowerCase()}.node.js`)),
	);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
