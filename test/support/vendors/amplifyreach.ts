import { examplesOf, inHeader, inQuery, nested, oneOrList, targetOf, type Door } from '../ownToken';
import type { Target } from '../targets';
import { exampleOf } from '../vendorExamples';

const amplifyReach = {
	type: 'amplifyReachWebhookApi',
	name: 'AmplifyReach Webhook API',
	headerName: 'X-AmplifyReach-Token',
};

const variables = Buffer.from('{"order":"A-1042","email":"grace@example.com"}');

export const doors: readonly Door[] = [
	{
		...oneOrList,
		node: 'amplifyReachTrigger',
		credential: amplifyReach,
		examples: examplesOf('amplifyreach'),
		example: () => exampleOf('amplifyreach', 'contact-information'),
		numbered: (number) => ({ number }),
		bringing: inQuery,
		otherHeaders: ['authorization', 'token', 'x-amplifyreach-token'],
		answer: { ok: true },
		quiet: [{ events: ['transcript'] }, { filters: { emailDomains: 'x.org' } }],
		parameters: { events: ['*'] },
	},
	{
		...oneOrList,
		node: 'amplifyReachBotTrigger',
		credential: amplifyReach,
		takesHeader: {},
		examples: [['variables', variables]],
		example: () => variables,
		payloadOf: (body) => ({ method: 'POST', query: {}, body }),
		bringing: inHeader('x-amplifyreach-token'),
		otherHeaders: ['authorization', 'token', 'x-token'],
		answer: { status: 'success' },
		quiet: [],
		unreadable: [nested(5000)],
		methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
		path: '/webhook/id/bot',
		parameters: {},
	},
];

export const targets: readonly Target[] = doors.map(targetOf);
