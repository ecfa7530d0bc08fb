import { z } from 'zod';
import { shapeOf } from '../../../nodes/shared/operations/shape';

const person = z.object({ name: z.string().nullish(), score: z.number().optional() });
const documented = z.object({
	id: z.string(),
	at: z.string().nullish(),
	people: z.array(person).nullish(),
	owner: person.partial().optional(),
	flag: z.union([z.boolean(), z.string()]).nullish(),
	more: z.record(z.unknown()).optional(),
	any: z.unknown(),
});

test('names and types of what is documented, at any depth, and no value', () => {
	const rows = [
		{ id: '0123456789', at: '2026-11-28T10:00:00Z', flag: true, people: [{ name: 'Grace' }] },
		{ id: '01234', at: null, flag: 'true', owner: { name: '', score: 3 }, more: { Grace: 1 } },
		{ id: 'c36f6a30-7bd6-4a42-9f3c-5c9d1a1f5a01', people: null, any: [1], flag: '', owner: {} },
	];
	const { text, wrong, missing } = shapeOf(rows, documented);
	expect(wrong).toEqual([]);
	expect(missing).toEqual(['people[].score']);
	expect(text).toBe(
		'10 digits as text or 5 digits as text or UUID: id; date or null: at; text: people[].name; empty text: owner.name; number: owner.score; empty text or flag or flag as text: flag; object: more; list: any; missing: people[].score',
	);
});

test.each([
	['a number for a text', { id: 1 }, 'id'],
	['a text for a list', { id: '1', people: 'Grace' }, 'people'],
	['a list for an object', { id: '1', owner: ['Grace'] }, 'owner'],
	['a text for a number below', { id: '1', owner: { score: 'Grace' } }, 'owner.score'],
	['a list of texts for one of objects', { id: '1', people: ['Grace'] }, 'people'],
])('of another type: %s', (_what, row, name) => {
	const { text, wrong } = shapeOf([row], documented);
	expect(wrong).toEqual([name]);
	expect(text).not.toContain('Grace');
});

test('names that are not documented are told where they look like those of fields', () => {
	const row = {
		id: '1',
		email_id: 'grace@example.com',
		owner: { nick: 'Grace' },
		'grace@example.com': 1,
		'Grace Example': 2,
		['g'.repeat(50)]: 3,
		grâce: 4,
		'grace.example': 5,
		ad8f0000deadbeef: 6,
	};
	const { text } = shapeOf([row], documented);
	expect(text).toMatch(/not documented: owner\.nick \(text\), email_id \(text\), 6 more$/);
	const many = Object.fromEntries(Array.from({ length: 90 }, (_none, n) => [`field_${n}`, n]));
	expect(shapeOf([{ id: '1', ...many }], documented).text).toMatch(/field_39 \(number\), 50 more$/);
});

test('where no name is documented, none is told', () => {
	expect(shapeOf([{ grace: 1, ada: '2' }], z.unknown()).text).toBe('not documented: 2 names');
});

test('what is no object has no shape', () => {
	expect(shapeOf([], documented).text).toMatch(/^missing: id, /);
	expect(shapeOf(['Grace', null, 7, ['Grace']], documented).text).not.toContain('Grace');
});
