import { harmless, type Proving, type Unknown } from './unknown';

const TYPE = 'The content type of calls';
const READ = 'the body is read as JSON';

/** Of AmplifyReach: each is tried by test/integration/amplifyreach/unknowns.test.ts. */
export const unknowns: readonly Unknown[] = [
	harmless(TYPE, 'plain text', { contentType: 'text/plain' }, READ),
	harmless(TYPE, 'bytes', { contentType: 'application/octet-stream' }, READ),
	harmless(
		'Whether variables are escaped in a body',
		'they are',
		{ escapeVariables: true },
		'the body is output as JSON; unescaped, it is output as text',
	),
];

export const proving: Proving = {
	job: 'amplifyreach-lead-to-crm',
	jobTest: 'tokens',
	ways: ' There is no API; the way out is the answer to a bot of Bot Studio.',
};
