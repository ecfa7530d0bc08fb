import { NodeHelpers } from 'n8n-workflow';
import { isOwn, notesOf, stepsOf, type Check } from './template';

/** Nodes that n8n does not have, or not in this version. */
export const unknownNodes: Check = ({ template, known }) =>
	template.nodes.flatMap(({ name, type, typeVersion }) => {
		if (!known.find(type)) return [`${name}: there is no ${type}`];
		return known.find(type, typeVersion) ? [] : [`${name}: no version ${typeVersion} of ${type}`];
	});

/** A template without a node of the pack is none of the pack's. */
export const missingOwnNodes: Check = ({ template }) =>
	template.nodes.some(isOwn) ? [] : ['No node is of this pack'];

/** Names that say nothing, or not which node is meant. */
export const poorNames: Check = ({ template, describe }) =>
	template.nodes.flatMap((node, index) => {
		if (isOwn(node) && node.name === describe(node)?.defaults.name)
			return [`${node.name}: default name`];
		const first = template.nodes.findIndex(({ name }) => name === node.name);
		return first === index ? [] : [`${node.name}: name of two nodes`];
	});

/** Credentials that do not exist, or that no sticky note tells the user to choose. */
export const wrongCredentials: Check = ({ template, workflow, known, describe }) =>
	stepsOf(template).flatMap((node) => {
		const { name } = node;
		const complete = { ...node, parameters: workflow.getNode(name)?.parameters ?? {} };
		const needed = NodeHelpers.getActiveCredentialTypes(complete, describe(node) ?? null);
		if (!needed) return [`${name}: which credential it needs is not certain`];
		const unknown = [...needed].filter((type) => !known.credentials.has(type));
		const isTold = notesOf(template).some((note) => note.includes(`**${name}**`));
		return [
			...unknown.map((type) => `${name}: there is no credential ${type}`),
			...(needed.size > 0 && !isTold ? [`${name}: no note says to choose its credential`] : []),
		];
	});
