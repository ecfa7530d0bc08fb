import { readdirSync } from 'node:fs';
import path from 'node:path';
import { vendors } from '../../../scripts/vendors';

const filesOf = (folder: string) =>
	readdirSync(path.join(__dirname, '../../../nodes', folder), {
		recursive: true,
		encoding: 'utf8',
	}).filter((file) => file.endsWith('.ts'));

describe.each(vendors)('$folder', ({ folder }) => {
	const files = filesOf(folder);

	test('has who it is, what it tells, how it is told and proved, and its lifecycle where they are looked for', () => {
		const rooms = ['vendor.ts', 'events.ts', 'describe.ts', 'source.ts', 'lifecycle.ts'];
		expect(files).toEqual(expect.arrayContaining([...rooms, 'triggerFields.ts', 'schemas.ts']));
	});

	test('has no file name for two different things', () => {
		// An operation is called the same at each resource that has it.
		const places = files.map((file) =>
			file.replace(/^resources\/\w+\/(?=\w+\.ts$)/, 'resources/*/'),
		);
		const names = [...new Set(places)].map((place) => path.basename(place));
		const twice = names.filter((name, index) => names.indexOf(name) !== index);
		expect(twice.filter((name) => name !== 'index.ts')).toEqual([]);
	});
});
