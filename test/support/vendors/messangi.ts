import { examplesOf, inHeader, oneOrList, targetOf, type Door } from '../ownToken';
import type { Target } from '../targets';
import { exampleOf } from '../vendorExamples';

export const doors: readonly Door[] = [
	{
		...oneOrList,
		node: 'messangiTrigger',
		credential: {
			type: 'messangiWebhookApi',
			name: 'Messangi Webhook API',
			headerName: 'X-Messangi-Token',
		},
		takesHeader: { authentication: 'header' },
		examples: examplesOf('messangi'),
		example: () => exampleOf('messangi', 'chatbot-interaction-option'),
		numbered: (number) => ({ number, phoneNumber: `57300${1_000_000 + number}` }),
		bringing: inHeader('x-messangi-token'),
		otherHeaders: ['authorization', 'token', 'x-token'],
		answer: { ok: true },
		quiet: [{ events: ['mo'] }, { filters: { labels: 'Other' } }],
		places: ['header', 'query', 'headerOrQuery'].map((authentication) => ({ authentication })),
		parameters: { events: ['*'] },
	},
];

export const targets: readonly Target[] = doors.map(targetOf);
