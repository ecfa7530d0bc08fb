import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
	createSourceFile,
	forEachChild,
	isRegularExpressionLiteral,
	ScriptTarget,
	type Node,
} from 'typescript';

/** A regular expression as it stands in the code. */
interface Pattern {
	where: string;
	pattern: RegExp;
}

const root = path.join(__dirname, '../..');

const sourcesIn = (folder: string) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${folder}/${file}`);

/** Every regular expression that is shipped. */
export const patterns = (): Pattern[] =>
	['nodes', 'credentials'].flatMap(sourcesIn).flatMap((file) => {
		const code = createSourceFile(
			file,
			readFileSync(path.join(root, file), 'utf8'),
			ScriptTarget.ES2022,
		);
		const found: Pattern[] = [];
		const visit = (node: Node): void => {
			if (isRegularExpressionLiteral(node))
				found.push({ where: file, pattern: patternOf(node.text) });
			forEachChild(node, visit);
		};
		visit(code);
		return found;
	});

function patternOf(literal: string): RegExp {
	const end = literal.lastIndexOf('/');
	return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

// Fast-check makes no strings for flags and assertions: they matter to where a match ends, not to
// what is in it.
const ASSERTION = /\(\?<?[!=](?:\[[^\]]*\]|[^)[])*\)|\\b/g;
const withoutAssertions = ({ source }: RegExp) => new RegExp(source.replace(ASSERTION, ''));

// A whole text; what no pattern here has, so that the match fails at the very end.
const NOWHERE = '\u0000';
const SAMPLES = 8;

/**
 * Texts that a pattern may take too long for: a part of what it matches, over and over, and then the
 * rest of the match, or nothing.
 */
export function longRuns(pattern: RegExp): ((size: number) => string)[] {
	const matches = fc.sample(fc.stringMatching(withoutAssertions(pattern)), {
		numRuns: SAMPLES,
		seed: 1,
	});
	const runs = new Map<string, (size: number) => string>();
	for (const match of matches.map((text) => text.slice(0, 16))) {
		for (let start = 0; start < match.length; start++) {
			for (const length of [1, 2, match.length - start]) {
				const [before, part] = [match.slice(0, start), match.slice(start, start + length)];
				for (const rest of ['', match.slice(start + length)]) {
					const key = JSON.stringify([before, part, rest]);
					runs.set(key, (size) => before + part.repeat(size / part.length) + rest + NOWHERE);
				}
			}
		}
	}
	return [...runs.values()];
}
