import { readFileSync } from 'node:fs';
import { parts, unknownsFile, unknownsPage } from '../../../scripts/docs/unknowns';

test('docs/unknowns.md is what "npm run docs" writes', () => {
	expect(readFileSync(unknownsFile, 'utf8')).toBe(unknownsPage());
});

test.each(parts)(
	'$vendor.name: no row is a dead end: each says how it works, or a sentence',
	(part) => {
		expect(part.unknowns.length).toBeGreaterThan(0);
		expect(part.unknowns.filter(({ by }) => by === '')).toEqual([]);
	},
);
