import { readFileSync } from 'node:fs';
import { salesIqUnknowns, unknownsFile, unknownsPage } from '../../../scripts/docs/unknowns';

test('docs/unknowns.md is what "npm run docs" writes', () => {
	expect(readFileSync(unknownsFile, 'utf8')).toBe(unknownsPage());
});

test('none is stuck: each says by what it works, or which sentence is told', () => {
	expect(salesIqUnknowns.filter(({ by }) => by === '')).toEqual([]);
});
