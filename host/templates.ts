import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { NodeType } from './nodeTypes';
import { root } from './paths';
import type { Rest, StoredCredential } from './rest';
import type { Vendor } from './vendors/vendor';
import type { Workflow } from './workflows';

const templatesFolder = path.join(root, 'templates');

const template = z
	.object({
		name: z.string(),
		nodes: z.array(z.object({ type: z.string(), parameters: z.record(z.unknown()) }).passthrough()),
		connections: z.record(z.unknown()),
		settings: z.record(z.unknown()).optional(),
		meta: z.record(z.unknown()).optional(),
	})
	.passthrough();

export type Template = z.output<typeof template>;

/** What the templates ask for the visitor's consent, until the user names another field. */
const CONSENT = '={{ $json.payload.consent }}';
const CONSENT_OF_TRIGGER = "={{ $('Conversation Ended').item.json.payload.consent }}";
const RECENT_EVENTS = '={{ $json.recentEvents ?? 1 }}';

export type Change = (imported: Template) => Template;

/** @param value expression, or what it is for everyone */
const replacing =
	(expression: string, value: string): Change =>
	(imported) =>
		template.parse(
			JSON.parse(
				JSON.stringify(imported).replaceAll(JSON.stringify(expression), JSON.stringify(value)),
			),
		);

/** All visitors have agreed to be written to. */
export const agreed: Change = (imported) =>
	replacing(CONSENT_OF_TRIGGER, 'true')(replacing(CONSENT, 'true')(imported));

/** The visitor of the examples has agreed, and may be written to as often as examples are sent. */
export const forExamples: Change = (imported) => replacing(RECENT_EVENTS, '1')(agreed(imported));

/** Names of the shipped templates: file names without `.json`. */
export async function templateNames(): Promise<string[]> {
	const files = await readdir(templatesFolder).catch(() => []);
	return files.filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
}

/** A shipped template, as its file has it and read. */
export async function readTemplate(name: string): Promise<{ text: string; imported: Template }> {
	const text = await readFile(path.join(templatesFolder, `${name}.json`), 'utf8');
	return { text, imported: template.parse(JSON.parse(text)) };
}

/**
 * Imports a shipped template, fills in the credentials it needs, and activates it. One that is there
 * already is kept as the user left it, unless the file has changed since.
 *
 * @param credentials of which each node takes those that its type declares
 * @param vendors whose parameters each node takes that its type declares
 * @param change what the user does to it after the import, such as another trigger; unless given,
 * it is made fit for the examples of the simulators
 */
export async function useTemplate(
	{ workflows, nodeTypes }: Rest,
	name: string,
	credentials: readonly StoredCredential[],
	vendors: readonly Vendor[],
	change: Change = forExamples,
): Promise<Workflow> {
	const { text, imported } = await readTemplate(name);
	const { nodes, connections, settings = {}, meta = {}, ...rest } = change(imported);
	const types = await nodeTypes();
	const templateHash = createHash('sha256').update(text).digest('hex');
	const draft = {
		name: rest.name,
		nodes: nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...chosenFor(node.type, types, vendors) },
			...filled(node, types, credentials),
		})),
		connections,
		settings,
		meta: { ...meta, templateHash },
	};
	const known = await workflows.byName(rest.name);
	const save = async () => {
		if (known === undefined) return await workflows.create(draft);
		if (known.meta?.templateHash !== templateHash) return await workflows.update(known.id, draft);
		return known;
	};
	const saved = await save();
	const isForgotten =
		saved.active &&
		vendors.some(
			({ registers, triggerType }) =>
				registers && saved.nodes.some(({ type }) => type === triggerType),
		);
	if (isForgotten) await workflows.deactivate(saved.id);
	// A saved change shows only in the editor until it is published.
	if (saved !== known || !known.active || isForgotten) await workflows.activate(saved.id);
	return await workflows.get(saved.id);
}

/** What a user would choose from the account, as far as the node asks for it. */
function chosenFor(nodeType: string, types: readonly NodeType[], vendors: readonly Vendor[]) {
	const asked = types
		.filter(({ name }) => name === nodeType)
		.flatMap(({ properties }) => properties.map(({ name }) => name));
	const chosen = vendors.flatMap(({ parameters = {} }) => Object.entries(parameters));
	return Object.fromEntries(chosen.filter(([name]) => asked.includes(name)));
}

/** The credentials that a node's type declares, or that an HTTP Request names by its parameter. */
function filled(
	{ type, parameters }: Template['nodes'][number],
	types: readonly NodeType[],
	credentials: readonly StoredCredential[],
) {
	const declared = types
		.filter(({ name }) => name === type)
		.flatMap((known) => known.credentials ?? []);
	const wanted = [...declared.map(({ name }) => name), parameters.nodeCredentialType];
	const chosen = credentials
		.filter((credential) => wanted.includes(credential.type))
		.map(({ type: of, id, name }) => [of, { id, name }] as const);
	return chosen.length === 0 ? {} : { credentials: Object.fromEntries(chosen) };
}
