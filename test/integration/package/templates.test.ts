import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { loadPack, root, type Pack } from '../../support/pack';

interface Template {
	name: string;
	nodes: (Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> & Record<string, unknown>)[];
	connections: Record<string, { main: { node: string }[][] }>;
}

const folder = path.join(root, 'templates');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const PREFIX = 'n8n-nodes-conversations.';
const STICKY = 'n8n-nodes-base.stickyNote';

describe.each(files)('template %s', (file) => {
	const template = JSON.parse(textOf(file)) as Template;
	const names = template.nodes.map(({ name }) => name);
	const own = template.nodes.filter(({ type }) => type.startsWith(PREFIX));

	test('uses nodes of this pack, in versions that exist', () => {
		expect(own.length).toBeGreaterThan(0);
		for (const { type, typeVersion } of own) {
			const { description } = pack.nodeType(type.slice(PREFIX.length));
			expect([description.version].flat()).toContain(typeVersion);
		}
	});

	test('sets only parameters that its nodes declare and show', () => {
		for (const { type, parameters } of own) {
			const { description } = pack.nodeType(type.slice(PREFIX.length));
			const shown = NodeHelpers.getNodeParameters(
				description.properties,
				parameters,
				true,
				false,
				{ typeVersion: [description.version].flat()[0] ?? 1 },
				description,
			) as INodeParameters;
			expect(Object.keys(parameters).filter((name) => !(name in shown))).toEqual([]);
		}
	});

	test('sets only options that exist in a collection', () => {
		for (const { type, parameters, ...node } of own) {
			const { description } = pack.nodeType(type.slice(PREFIX.length));
			const collections = description.properties.filter(
				(property) =>
					property.type === 'collection' &&
					NodeHelpers.displayParameter(parameters, property, node, description),
			);
			for (const { name, options = [] } of collections) {
				const known = options.map((option) => option.name);
				const set = Object.keys((parameters[name] ?? {}) as object);
				expect(set.filter((option) => !known.includes(option))).toEqual([]);
			}
		}
	});

	test('connects nodes that are there', () => {
		const ends = Object.entries(template.connections).flatMap(([from, { main }]) => [
			from,
			...main.flat().map(({ node }) => node),
		]);
		expect(ends.filter((name) => !names.includes(name))).toEqual([]);
	});

	test('refers in its expressions to nodes that are there', () => {
		const referred = [...textOf(file).matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name ?? '');
		expect(referred.filter((name) => !names.includes(name))).toEqual([]);
	});

	test('explains itself on sticky notes, and every node has a name of its own', () => {
		const notes = template.nodes.filter(({ type }) => type === STICKY);
		expect(notes.length).toBeGreaterThan(1);
		expect(notes.map(({ parameters }) => parameters.content as string).join()).toContain('Set up');
		expect(new Set(names).size).toBe(names.length);
		for (const { name, type } of own) {
			expect(name).not.toBe(pack.nodeType(type.slice(PREFIX.length)).description.defaults.name);
		}
	});

	test('holds no ID, no credential, no address but an example', () => {
		const text = textOf(file);
		expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
		expect(text).not.toMatch(/"(credentials|webhookId)": *["{]\w/i);
		expect(text).not.toMatch(/"\d{6,}"/);
		const addresses = text.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? [];
		expect(addresses.filter((address) => !/@example\.(com|org)$/.test(address))).toEqual([]);
	});
});
