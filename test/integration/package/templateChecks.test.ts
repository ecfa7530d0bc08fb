import { loadPack } from '../../support/pack';
import { allChecks } from '../../support/templates/checks';
import { loadKnownTypes, type KnownTypes } from '../../support/templates/knownTypes';
import { flowMutations } from '../../support/templates/mutations/flow';
import { nodesMutations } from '../../support/templates/mutations/nodes';
import { parametersMutations } from '../../support/templates/mutations/parameters';
import { wordsMutations } from '../../support/templates/mutations/words';
import { openTemplate, readTemplate } from '../../support/templates/template';

const mutations = Object.entries({
	...nodesMutations,
	...parametersMutations,
	...flowMutations,
	...wordsMutations,
});

let known: KnownTypes;
beforeAll(async () => {
	known = loadKnownTypes(await loadPack());
});

test.each(mutations)('finds: %s', (_name, [check, change, problem]) => {
	const template = readTemplate('lead-to-hubspot');
	change(template);
	expect(allChecks[check](openTemplate(template, known)).join('\n')).toContain(problem);
});

test('every check is put to the test', () => {
	const tested: string[] = mutations.map(([, [check]]) => check);
	expect(Object.keys(allChecks).filter((name) => !tested.includes(name))).toEqual([]);
});
