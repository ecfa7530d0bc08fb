import oldest from '../../../host/oldest/package.json';
import host from '../../../host/package.json';
import nodeTypes from '../../../scripts/n8n/nodeTypes.json';
import { readTemplate, templateNames } from '../../support/templates/template';

/** By version of n8n, then by node: which versions of the node it has. */
const known: Record<string, Record<string, number[]>> = nodeTypes;

test('the oldest and the newest n8n are looked at', () => {
	expect(Object.keys(known)).toEqual(
		expect.arrayContaining([oldest.dependencies.n8n, host.dependencies.n8n]),
	);
});

describe.each(Object.entries(known))('n8n %s', (_version, types) => {
	// A node of a version that n8n does not have is imported as a question mark. "npm run compat"
	// writes the list, after a template has a new kind of node.
	test.each(templateNames)('has every node of %s', (name) => {
		const missing = readTemplate(name)
			.nodes.filter(({ type }) => type.startsWith('n8n-nodes-base.'))
			.filter(({ type, typeVersion }) => types[type]?.includes(typeVersion) !== true);
		expect(missing).toEqual([]);
	});
});
