import { examplesOf, inHeader, nested, targetOf, token, type Door, type Event } from '../ownToken';
import type { Target } from '../targets';
import { exampleOf } from '../vendorExamples';

export const doors: readonly Door[] = [
	{
		node: 'swiftsellTrigger',
		credential: { type: 'swiftsellWebhookApi', name: 'Swiftsell Webhook API' },
		examples: examplesOf('swiftsell'),
		example: () => exampleOf('swiftsell', 'message-image'),
		eventsOf: (body) => (body as { events: Event[] }).events,
		bodyOf: (event) => ({ events: [event] }),
		listOf: (events) => ({ events }),
		payloadOf: (event) => event,
		numbered: (number) => ({ number }),
		bringing: inHeader('token'),
		otherHeaders: ['x-api-key', 'x-token-id', 'xtoken'],
		looksInBody: true,
		answer: token,
		quiet: [{ events: ['status'] }, { filters: { messageBy: ['visitor'] } }],
		unreadable: ['{"events":"x"}', `{"events":[${nested(5000)}]}`],
		parameters: { events: ['*'] },
	},
];

export const targets: readonly Target[] = doors.map(targetOf);
