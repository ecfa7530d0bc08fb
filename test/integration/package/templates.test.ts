import { loadPack } from '../../support/pack';
import { checks, jobChecks } from '../../support/templates/checks';
import { loadKnownTypes, type KnownTypes } from '../../support/templates/knownTypes';
import { openTemplate, readTemplate, templateNames } from '../../support/templates/template';

/** Templates that work with the trigger of any vendor. */
const jobs = [
	'csat-dashboard',
	'email-at-conversation-end',
	'lead-to-hubspot',
	'promo-code-at-conversation-end',
	'survey-at-conversation-end',
	'ticket-for-missed-or-bad-conversation',
];

let known: KnownTypes;
beforeAll(async () => {
	known = loadKnownTypes(await loadPack());
});

describe.each(templateNames)('template %s', (name) => {
	test.each(Object.entries(checks))('has no %s', (_name, check) => {
		expect(check(openTemplate(readTemplate(name), known))).toEqual([]);
	});
});

describe.each(jobs)('template %s, for any vendor', (name) => {
	test.each(Object.entries(jobChecks))('has no %s', (_name, check) => {
		expect(check(openTemplate(readTemplate(name), known))).toEqual([]);
	});
});
