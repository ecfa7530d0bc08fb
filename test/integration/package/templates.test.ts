import { loadPack } from '../../support/pack';
import { checks, jobChecks } from '../../support/templates/checks';
import { loadKnownTypes, type KnownTypes } from '../../support/templates/knownTypes';
import { openTemplate, readTemplate, templateNames } from '../../support/templates/template';

/** Templates that help others, and none of the pack's nodes. */
const helpers = ['remember-swiftsell-visitors', 'take-up-what-n8n-was-killed-at'];

/** Templates that work with the trigger of any vendor. */
const jobs = [
	'csat-dashboard',
	'email-at-conversation-end',
	'lead-to-hubspot',
	'promo-code-at-conversation-end',
	'survey-at-conversation-end',
	'ticket-for-missed-or-bad-conversation',
	'triage-bad-rating',
];

let known: KnownTypes;
beforeAll(async () => {
	known = loadKnownTypes(await loadPack());
});

describe.each(templateNames)('template %s', (name) => {
	const needed = Object.entries(checks).filter(
		([of]) => of !== 'missingOwnNodes' || !helpers.includes(name),
	);
	test.each(needed)('has no %s', (_name, check) => {
		expect(check(openTemplate(readTemplate(name), known))).toEqual([]);
	});
});

describe.each(jobs)('template %s, for any vendor', (name) => {
	test.each(Object.entries(jobChecks))('has no %s', (_name, check) => {
		expect(check(openTemplate(readTemplate(name), known))).toEqual([]);
	});
});
