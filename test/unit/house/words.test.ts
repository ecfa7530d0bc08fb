import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { shownBy } from '../../../scripts/docs/nodes';
import { vendors } from '../../../scripts/vendors';

/** The words of n8n 2.41, wherever people read. */

const root = path.join(__dirname, '../../..');

const filesIn = (folder: string, ending: string) =>
	readdirSync(path.join(root, folder))
		.filter((file) => file.endsWith(ending))
		.map((file) => path.join(folder, file));

const texts = [
	...filesIn('docs', '.md'),
	...filesIn('templates', '.json'),
	...['README.md', 'templates/README.md'],
].map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);

const shown = vendors.map((vendor) => shownBy(vendor.folder));

/** Words of older versions, by those of today. */
const OUTDATED = [
	[/Connect my account/i, 'Connect'],
	[/Import from (a )?file/i, '⋯ > Import > From file'],
	[/\b(de)?activat(e|ed|ing|ion)\b (a|the|this|your) workflow/i, 'Publish'],
	[/\bactive workflows?\b/i, 'published workflow'],
	[/Test (step|workflow)|Execute (node|Node)/, 'Execute step'],
	[/\b[Ff]eedbacks\b(?!`|\.|\/)/, 'feedback'],
	[/\b(ips|urls|ids|json|api)\b(?![`./:_-])/, 'IPs, URLs, IDs, JSON, API'],
] as const;

test.each(texts)('%s has the words of today', (_file, text) => {
	const prose = text.replace(/```[^]*?```|`[^`\n]*`|https?:[^\s)"]+|\]\([^)]*\)|"[^"\n]*":/g, '');
	for (const [old] of OUTDATED.slice(0, -1)) expect(prose).not.toMatch(old);
});

interface Named {
	displayName?: string;
	name: string;
	action?: string;
	description?: unknown;
	hint?: string;
	options?: unknown;
	values?: unknown;
	type?: string;
}

/** Fields and choices at any depth. */
const namedIn = (all: readonly Named[]): Named[] =>
	all.flatMap((one) => [
		one,
		...namedIn((one.options ?? []) as Named[]),
		...namedIn((one.values ?? []) as Named[]),
	]);

const everything: [string, Named[]][] = shown.flatMap(({ nodes, credentials }) =>
	[...nodes, ...credentials].map((one): [string, Named[]] => [
		one.displayName,
		namedIn(one.properties as (INodeProperties | INodePropertyOptions)[]),
	]),
);

test.each(everything)('%s has the words of today', (_name, all) => {
	for (const { action = '', description = '', hint = '' } of all)
		for (const text of [action, typeof description === 'string' ? description : '', hint])
			for (const [old] of OUTDATED)
				expect(text.replace(/<[^>]+>|https?:\S+/g, '')).not.toMatch(old);
});

const SMALL = /^(a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;
/** A name of the vendor's own, or an address. */
const AS_IT_IS = /^[\d(]|[._=]|^iAdvize$/;

test.each(everything)('%s writes names in Title Case', (_name, all) => {
	const wrong = all
		.filter(({ type }) => type !== 'notice' && type !== 'hidden')
		.map(({ displayName, name }) => displayName ?? name)
		.filter((name) =>
			name
				.split(/[ -]/)
				.some(
					(word, at) =>
						!/^['(]?[A-Z]/.test(word) && !AS_IT_IS.test(word) && (at === 0 || !SMALL.test(word)),
				),
		);
	expect(wrong).toEqual([]);
});
