import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Resource } from '../../../nodes/shared/operations/operation';
import { vendors } from '../../../scripts/vendors';

const nodes = path.join(__dirname, '../../../nodes');

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;

const folders = vendors.map(({ folder }) => folder);

const withActions = folders.filter((folder) => existsSync(path.join(nodes, folder, 'resources')));

test('no file is longer than a reader takes in, and half of them are short', () => {
	const files = filesIn(nodes).map((file) => ({ file, lines: linesOf(path.join(nodes, file)) }));
	expect(files.filter(({ lines }) => lines > 200)).toEqual([]);
	const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
	expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
});

test.each(folders)(
	'in %s what every vendor with a trigger has stands where it is looked for',
	(folder) => {
		const rooms = [
			'vendor',
			'events',
			'describe',
			'source',
			'lifecycle',
			'triggerFields',
			'schemas',
		];
		const files = filesIn(path.join(nodes, folder));
		expect(files).toEqual(expect.arrayContaining(rooms.map((room) => `${room}.ts`)));
	},
);

test.each(folders)('in %s a name of a file stands for one thing', (folder) => {
	const names = filesIn(path.join(nodes, folder))
		// The same operation of several resources, and the way into a folder.
		.filter((file) => !/(^|\/)index\.ts$|^resources\/\w+\/get\w*\.ts$/.test(file))
		.map((file) => path.basename(file));
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test.each(withActions)('in %s a resource is a file or folder named as its value', (folder) => {
	const load = (...parts: string[]) =>
		jest.requireActual<object>(path.join(nodes, folder, ...parts));
	const { resources } = load('resources') as { resources: readonly Resource[] };
	expect(resources.length).toBeGreaterThan(0);
	for (const resource of resources) {
		expect(Object.values(load('resources', String(resource.option.value)))).toContain(resource);
	}
});
