import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { Check } from './template';

interface Level {
	readonly path: string;
	/** As in the file. */
	readonly given: unknown;
	/** With the defaults, on which it depends what is shown. */
	readonly complete: unknown;
}

/** Parameters that n8n would drop or refuse: not declared, not shown, or set to no such option. */
export const wrongParameters: Check = ({ template, workflow, describe }) =>
	template.nodes.flatMap((node) => {
		const description = describe(node);
		if (!description) return [];
		const complete = workflow.getNode(node.name)?.parameters ?? {};
		const level = { path: node.name, given: node.parameters, complete };
		return problemsIn(level, description.properties, { node, description, root: complete });
	});

interface Scope {
	readonly node: INode;
	readonly description: INodeTypeDescription;
	readonly root: INodeParameters;
}

function problemsIn(level: Level, properties: INodeProperties[], scope: Scope): string[] {
	const complete = valuesIn(level.complete);
	const isShown = (one: INodeProperties | INodePropertyOptions) =>
		NodeHelpers.displayParameter(complete, one, scope.node, scope.description, scope.root);
	return Object.entries(valuesIn(level.given)).flatMap(([name, given]) => {
		const path = `${level.path}: ${name}`;
		const property = properties.find((one) => one.name === name && isShown(one));
		if (!property) return [`${path} is not declared, or not shown`];
		const below = { path, given, complete: complete[name] };
		if (property.type === 'collection') return inCollection(below, property, scope);
		if (property.type === 'fixedCollection') return inFixedCollection(below, property, scope);
		if (property.type === 'resourceLocator') return ofMode(below, property);
		return /^(multiO|o)ptions$/.test(property.type) ? ofOptions(below, property, isShown) : [];
	});
}

const inCollection = (level: Level, { options = [] }: INodeProperties, scope: Scope) =>
	each(level).flatMap((one) => problemsIn(one, options as INodeProperties[], scope));

const inFixedCollection = (level: Level, { options = [] }: INodeProperties, scope: Scope) =>
	Object.entries(valuesIn(level.given)).flatMap(([name, given]) => {
		const path = `${level.path}.${name}`;
		const group = (options as INodePropertyCollection[]).find((one) => one.name === name);
		if (!group) return [`${path} is not declared`];
		const below = { path, given, complete: valuesIn(level.complete)[name] };
		return each(below).flatMap((one) => problemsIn(one, group.values, scope));
	});

function ofMode({ path, given }: Level, { modes = [] }: INodeProperties): string[] {
	const { mode } = valuesIn(given);
	return modes.some(({ name }) => name === mode)
		? []
		: [`${path} has no mode ${JSON.stringify(mode)}`];
}

/** What n8n has made of the value: where it takes no expression, it takes it by the letter. */
function ofOptions(
	{ path, complete }: Level,
	{ options = [], typeOptions = {} }: INodeProperties,
	isShown: (option: INodePropertyOptions) => boolean,
): string[] {
	const isFilled = 'loadOptionsMethod' in typeOptions || 'loadOptions' in typeOptions;
	if (isFilled) return [];
	const allowed = (options as INodePropertyOptions[]).filter(isShown).map(({ value }) => value);
	return [complete as INodePropertyOptions['value']]
		.flat()
		.filter((value) => !allowed.includes(value) && !String(value).startsWith('='))
		.map((value) => `${path} has no option ${String(value)}`);
}

const valuesIn = (value: unknown) => (value ?? {}) as INodeParameters;

/** A level for each entry of a list; what is no list is its only entry. */
const each = ({ path, given, complete }: Level): Level[] => {
	const completes = [complete].flat();
	return [given].flat().map((one, index) => ({ path, given: one, complete: completes[index] }));
};
