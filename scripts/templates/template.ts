import { omit } from '../../simulators/shared/omit';
import { placesOf, type Place } from './layout';
import { noteOf } from './note';

/** A node before it has its place. */
export interface Step {
	readonly name: string;
	/** Full name, such as `n8n-nodes-base.set`. */
	readonly type: string;
	readonly typeVersion: number;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** How many outputs it has beside that for errors; one unless given. */
	readonly outputs?: number;
	readonly onError?: 'continueErrorOutput' | 'continueRegularOutput';
	readonly alwaysOutputData?: true;
	readonly executeOnce?: true;
	readonly retryOnFail?: true;
}

/** Steps from left to right, each behind the first output of the one before. */
export interface Line {
	readonly steps: readonly Step[];
	/** What leads to its first step; nothing where a trigger begins it. */
	readonly from?: Outlet;
	/** Where its last step leads: back, or into another line. */
	readonly to?: string;
	/** How many rows below the first line, or above it (negative); as many as lines before it. */
	readonly row?: number;
	/** How many steps of space to its left; right of what leads to it unless given. */
	readonly column?: number;
}

/** A step, and which of its outputs, counted from 0. */
type Outlet = readonly [step: string, output: number];

interface Plan {
	readonly name: string;
	/** Markdown of the yellow note: what it does, how to set it up, what happens when something fails. */
	readonly note: string;
	readonly lines: readonly Line[];
	/** Where errors go of steps that have an output for them. */
	readonly errorsTo?: string;
	/** Connections besides. */
	readonly wires?: readonly { readonly from: Outlet; readonly to: string }[];
	/** Which chat model thinks for which step. */
	readonly models?: readonly { readonly model: string; readonly of: string }[];
	readonly settings?: Readonly<Record<string, unknown>>;
}

/** A workflow as n8n imports it from a file. */
export interface Template {
	readonly name: string;
	readonly nodes: readonly (Place & Omit<Step, 'outputs'>)[];
	readonly connections: Connections;
	readonly settings: { readonly executionOrder: 'v1' } & Plan['settings'];
	readonly meta: { readonly templateCredsSetupCompleted: false };
}

type Kind = 'main' | 'ai_languageModel';

interface Connection {
	readonly node: string;
	readonly type: Kind;
	readonly index: 0;
}

type Connections = Readonly<Record<string, Partial<Record<Kind, Connection[][]>>>>;

const NEEDS = 'Needs n8n 2.8 or newer: older ones can lose a call.';

/** Gives each step its place and its connections; the note stands to the left. */
export function templateOf(plan: Plan): Template {
	const { name, note, lines, errorsTo, wires, models, settings } = plan;
	const places = placesOf(lines);
	const steps = lines.flatMap((line) => line.steps);
	const nodes = steps.map((step, index) => ({
		...omit(step, 'outputs'),
		position: places[index]?.position ?? ([0, 0] as const),
	}));
	return {
		name,
		nodes: [noteOf(`${note}\n\n${NEEDS}`, places), ...nodes],
		connections: { ...connectionsOf(lines, errorsTo, wires), ...modelsOf(models) },
		settings: { executionOrder: 'v1', ...settings },
		meta: { templateCredsSetupCompleted: false },
	};
}

function connectionsOf(
	lines: readonly Line[],
	errorsTo: string | undefined,
	wires: Plan['wires'] = [],
) {
	const connections: Record<string, { main: Connection[][] }> = {};
	const connect = ([step, output]: Outlet, node: string) => {
		const { main } = (connections[step] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output]?.push({ node, type: 'main', index: 0 });
	};
	for (const { steps, from, to } of lines) {
		const names = steps.map(({ name }) => name);
		const [first = '', last = ''] = [names[0], names.at(-1)];
		if (from) connect(from, first);
		for (const [index, name] of names.slice(1).entries()) connect([names[index] ?? '', 0], name);
		if (to !== undefined) connect([last, 0], to);
	}
	for (const { from, to } of wires) connect(from, to);
	if (errorsTo !== undefined) {
		for (const { name, onError, outputs = 1 } of lines.flatMap(({ steps }) => steps)) {
			if (onError === 'continueErrorOutput') connect([name, outputs], errorsTo);
		}
	}
	return connections;
}

const modelsOf = (models: Plan['models'] = []): Connections =>
	Object.fromEntries(
		models.map(({ model, of }) => [
			model,
			{ ai_languageModel: [[{ node: of, type: 'ai_languageModel', index: 0 }]] },
		]),
	);
