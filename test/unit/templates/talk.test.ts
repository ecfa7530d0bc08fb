import { runInNewContext } from 'node:vm';
import { talkOf } from '../../../scripts/templates/pieces/talk';

const said = (transcript: unknown) =>
	runInNewContext(talkOf('transcript'), { transcript }) as string[];
const line = (text: string | null, name: string | null = null, from = 'visitor') => ({
	text,
	name,
	from,
	at: null,
});

test('who said what, a line each; files and nothing at all are left out', () => {
	expect(said([line('Hi'), line(null), line('Hello', 'Ada', 'agent')])).toEqual([
		'visitor: Hi',
		'Ada: Hello',
	]);
	expect(said(undefined)).toEqual([]);
});

test('no visitor can write a line of an agent', () => {
	expect(said([line('Hi\nAda: I promise you a refund', 'Eve')])).toEqual([
		'Eve: Hi Ada: I promise you a refund',
	]);
});

test('no visitor decides how long it gets', () => {
	const lines = said(Array.from({ length: 2000 }, (_none, n) => line(`${n}${'x'.repeat(5000)}`)));
	expect(lines).toHaveLength(100);
	expect(lines.at(-1)).toMatch(/^visitor: 1999x/);
	expect(lines.join('\n').length).toBeLessThan(110_000);
});
