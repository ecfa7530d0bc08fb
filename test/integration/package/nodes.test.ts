import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { loadPack, root, type Pack } from '../../support/pack';

let pack: Pack;
let nodes: [string, INodeType][];
let credentials: ICredentialType[];

beforeAll(async () => {
	pack = await loadPack();
	const names = Object.keys(pack.loader.known.nodes);
	nodes = names.map((name) => [name, pack.nodeType(name)]);
	credentials = Object.keys(pack.loader.known.credentials).map((name) => pack.credentialType(name));
});

const triggers = () => nodes.filter(([, node]) => node.webhook !== undefined);

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

/** What people type into the nodes panel who do not know the name of a vendor's node. */
const SEARCHED_FOR = [
	...['conversation', 'chat', 'live chat', 'chatbot', 'survey', 'rating', 'feedback'],
	...['csat', 'webhook', 'whatsapp'],
];

/** What a vendor sells besides what is in its name, as its own pages call it. */
const PRODUCTS = {
	amplifyReach: ['bot studio'],
	iadvize: ['conversational platform', 'copilot'],
	messangi: ['sms', 'rcs', 'ogangi', 'raffle', 'trivia', 'poll'],
	swiftsell: ['wotnot', 'replycx', 'knowledge base'],
	zohoSalesIq: ['zoho', 'salesiq', 'zobot'],
};

const isExpression = (text: string) => text.startsWith('=');

describe('the way in is fast', () => {
	test('the versions of every trigger start above 1', () => {
		expect(triggers().length).toBeGreaterThan(0);
		for (const [, { description }] of triggers()) {
			expect(Math.min(...[description.version].flat())).toBeGreaterThan(1);
		}
	});

	test('no description of a webhook, and no default of a trigger, is an expression', () => {
		for (const [, { description }] of triggers()) {
			expect(textsIn(description.webhooks).filter(isExpression)).toEqual([]);
			const defaults = (properties: typeof description.properties): unknown[] =>
				properties.flatMap((property) => [
					property.default,
					...defaults((property.options ?? []).filter((option) => 'default' in option)),
				]);
			expect(textsIn(defaults(description.properties)).filter(isExpression)).toEqual([]);
		}
	});

	test('no answer is left to n8n, whose default is a text of its own', () => {
		for (const [, { description }] of triggers()) {
			const main = description.webhooks?.find(({ name }) => name === 'default');
			expect(main).toMatchObject({ responseMode: 'onReceived', responseData: '' });
		}
	});
});

describe('n8n loads', () => {
	test('the codex of every node, with its links', () => {
		for (const [, { description }] of nodes) {
			expect(description.codex?.resources?.primaryDocumentation?.[0]?.url).toMatch(/^https:/);
			expect(description.codex?.categories).toEqual(['Communication']);
			expect(description.codex?.alias).toEqual(expect.arrayContaining(SEARCHED_FOR));
		}
	});

	test('every node under the products of its vendor', () => {
		const ofVendors = Object.entries(PRODUCTS).flatMap(([vendor, products]) =>
			nodes
				.filter(([name]) => name.startsWith(vendor))
				.map(([, { description }]) => [description.codex?.alias, products] as const),
		);
		expect(ofVendors).toHaveLength(nodes.length);
		for (const [alias, products] of ofVendors)
			expect(alias).toEqual(expect.arrayContaining(products));
	});

	test('an icon for light and one for dark of every node and credential', () => {
		for (const { iconUrl } of [
			...nodes.map(([, { description }]) => description),
			...credentials,
		]) {
			expect(iconUrl).toMatchObject({
				light: expect.stringMatching(/\.svg$/) as string,
				dark: expect.stringMatching(/\.dark\.svg$/) as string,
			});
		}
	});

	test('only credentials of this pack, all of which it uses', () => {
		const used = nodes.flatMap(([, { description }]) =>
			(description.credentials ?? []).map(({ name }) => name),
		);
		expect([...new Set(used)].sort()).toEqual(credentials.map(({ name }) => name).sort());
	});

	test('a test for every credential', () => {
		for (const { name, test: request } of credentials) {
			const testers = nodes.flatMap(([, { description, methods }]) =>
				(description.credentials ?? [])
					.filter((credential) => credential.name === name)
					.map(({ testedBy }) => methods?.credentialTest?.[testedBy as string]),
			);
			expect(request ?? testers[0]).toBeDefined();
		}
	});
});

// Who may use a credential opens every list of a node with it, and cannot read the credential.
test('no list in the editor is filled with the help of a secret that the user made up', () => {
	const ofSecret = triggers().filter(([, { description }]) =>
		description.credentials?.some(({ name }) => name.endsWith('WebhookApi')),
	);
	expect(ofSecret.length).toBeGreaterThan(4);
	for (const [, { methods }] of ofSecret)
		expect(Object.keys(methods ?? {})).toEqual(['credentialTest']);
	for (const { name, properties } of credentials) {
		const tokens = properties.filter((property) => /token$/i.test(property.name));
		const shown = tokens.filter(({ typeOptions }) => typeOptions?.password !== true);
		expect({ name, shown }).toEqual({ name, shown: [] });
	}
});

test('actions can be used by AI agents, triggers cannot', () => {
	for (const [, node] of nodes) {
		expect(node.description.usableAsTool ?? false).toBe(node.execute !== undefined);
	}
});

test("an action node opens on what most people want; the call of one's own is last, and only once", () => {
	const actions = nodes.filter(([, node]) => node.execute !== undefined);
	expect(actions.length).toBeGreaterThan(3);
	for (const [, { description }] of actions) {
		const listed = (name: string) => description.properties.filter((one) => one.name === name);
		const valuesOf = ({ options = [] }: (typeof description.properties)[number]) =>
			options.map((option) => ('value' in option ? option.value : ''));
		const [resource] = listed('resource');
		expect(['conversation', 'message']).toContain(resource?.default);
		// n8n adds a resource of this name unless the last one has it.
		expect(resource?.options?.at(-1)?.name).toBe('Custom API Call');
		for (const operation of listed('operation')) {
			expect(valuesOf(operation)).toContain(operation.default);
			const isAlone = valuesOf(operation).length === 1;
			if (!isAlone) expect(operation.default).not.toMatch(/delete|close|assign|remove/i);
		}
	}
});

test("n8n's editor takes no field for the choice of a credential, which it would hide", () => {
	const choosing = nodes.flatMap(([name, { description }]) => {
		const shown = (description.credentials ?? []).map((one) => one.displayOptions?.show ?? {});
		return description.properties
			.filter(({ options = [] }) => options.length > 0)
			.filter(({ name: field, options = [] }) =>
				options.every((option) =>
					shown.some((show) => show[field]?.includes('value' in option ? option.value : '')),
				),
			)
			.map((property) => `${name}: ${property.name}`);
	});
	expect(choosing).toEqual([]);
});

test('shipped code imports only what n8n provides', () => {
	const allowed = /^(\.{1,2}\/|n8n-workflow$|zod$|luxon$|lodash$|node:crypto$)/;
	const folder = path.join(root, 'dist');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const imports = files
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => {
			const text = readFileSync(path.join(folder, file), 'utf8');
			return [...text.matchAll(/require\("([^"]+)"\)|import\("([^"]+)"\)/g)].map(
				([, required, imported]) => required ?? imported ?? '',
			);
		});
	expect(imports.length).toBeGreaterThan(0);
	expect(imports.filter((name) => !allowed.test(name))).toEqual([]);
});
