import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';

const file = path.join(__dirname, '../../../host/showroom/page/json.mjs');

interface Fault {
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

/** Runs the page's module, which a browser loads as it is, under Node.js. */
function faultsIn(texts: readonly string[]): (Fault | null)[] {
	const program = `
		const { faultIn } = await import(${JSON.stringify(`file://${file}`)});
		let input = '';
		for await (const part of process.stdin) input += part;
		console.log(JSON.stringify(JSON.parse(input).map((text) => faultIn(text) ?? null)));`;
	const options = { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1e8 } as const;
	const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], options);
	return JSON.parse(answer) as (Fault | null)[];
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

const cases: readonly [text: string, line: number, column: number, message: string][] = [
	['', 1, 1, 'expected a value'],
	['{', 1, 2, 'expected a name in quotes or }'],
	['{\n  "a": tru\n}', 2, 8, 'expected a value'],
	['{\n  "a": 1,\n}', 3, 1, 'expected a name in quotes'],
	['{ a: 1 }', 1, 3, 'expected a name in quotes or }'],
	['{ "a" 1 }', 1, 7, 'expected a colon'],
	['{ "a": 1 "b": 2 }', 1, 10, 'expected a comma or }'],
	['[1 2]', 1, 4, 'expected a comma or ]'],
	['[1, ]', 1, 5, 'expected a value'],
	['{"a": [1}', 1, 9, 'expected a comma or ]'],
	['01', 1, 2, 'expected the end'],
	['{} {}', 1, 4, 'expected the end'],
	['NaN', 1, 1, 'expected a value'],
	['["open]', 1, 2, 'this text has no closing quote, or a character that has to be escaped'],
	['["\t"]', 1, 2, 'this text has no closing quote, or a character that has to be escaped'],
	['["\\x"]', 1, 2, 'this text has no closing quote, or a character that has to be escaped'],
];

test('each fault is told by line, column and what was expected', () => {
	const faults = faultsIn(cases.map(([text]) => text));
	const told = faults.map((fault) => [fault?.line, fault?.column, fault?.message]);
	expect(told.map((place, index) => [cases[index]?.[0], ...place])).toEqual(cases);
});

test('finds a fault in all that JSON.parse refuses, and in nothing else', () => {
	const broken = fc
		.tuple(fc.json(), fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:\\ \n\t01e.-tfnul'.split('')))
		.map(([json, at, cut, put]) => {
			const start = at % (json.length + 1);
			return json.slice(0, start) + put + json.slice(start + cut);
		});
	const texts = fc.sample(fc.oneof(fc.json(), broken, fc.string()), 3000);
	const faults = faultsIn(texts);
	expect(texts.filter((text, index) => isJson(text) !== (faults[index] === null))).toEqual([]);
	expect(faults.filter((fault) => fault === null).length).toBeGreaterThan(100);
});

test('a long text that is not closed is told', () => {
	expect(faultsIn([`["${'x'.repeat(300_000)}`])).toMatchObject([{ line: 1, column: 2 }]);
});
