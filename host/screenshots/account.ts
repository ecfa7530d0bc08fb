import { randomUUID } from 'node:crypto';
import {
	newConversation as newIadvizeConversation,
	newVisitor,
	type IadvizeSimulator,
} from '../../simulators/iadvize';
import { newConversation, newMessage, type SalesIqSimulator } from '../../simulators/salesiq';
import { DAY_MS } from '../../simulators/shared/clock';
import { omit } from '../../simulators/shared/omit';
import type { Endpoint } from '../../simulators/simulator';

/** Score, days ago, channel or comment: what two weeks of ratings may look like. */
const RATINGS: readonly (readonly [score: number, daysAgo: number, words: string])[] = [
	...[4, 5, 3, 5, 4, 2, 5, 4, 5, 5, 3, 4, 5].map((score, i) => [score, 13 - i, ''] as const),
	[5, 3, 'Very helpful'],
	[2, 2, 'I had to wait for ten minutes'],
	[4, 1, ''],
	[5, 0, 'Quick and kind'],
	[1, 0, 'Nobody could tell me where my order is'],
	[4, 0, ''],
	[5, 0, ''],
];

const CHANNELS = ['CHAT', 'WHATSAPP', 'CALL'];
const NAMES = ['Alex', 'Kim', 'Robin', 'Sam', 'Chris', 'Jo'];
const TALK = ['Where is my order?', 'It left our house this morning.', 'I was promised last week!'];

/** Lets two weeks of ratings happen at iAdvize. */
export async function rateAtIadvize(simulator: IadvizeSimulator, endpoint: Endpoint) {
	const event = 'satisfaction.answered-customerSatisfaction';
	for (const [i, [score, daysAgo]] of RATINGS.entries()) {
		const visitor = newVisitor(70_000 + i, { firstName: NAMES[i % NAMES.length] });
		const conversation = newIadvizeConversation(80_000 + i, {
			channel: CHANNELS[i % CHANNELS.length],
			visitorId: visitor.visitorId,
			history: TALK.map((text, at) => [at === 1 ? 1 : 2, '2025-01-15 09:00:00', text, Date.now()]),
		});
		simulator.account.visitors.push(visitor);
		simulator.account.conversations.push(conversation);
		const body = {
			...(JSON.parse(simulator.exampleOf(event)) as object),
			eventId: randomUUID(),
			conversationId: conversation.id,
			customerSatisfaction: score,
			createdAt: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
		};
		await simulator.sendBody(event, JSON.stringify(body), endpoint);
		if (i % 2 === 0) continue;
		const nps = {
			...omit(body, 'customerSatisfaction'),
			eventId: randomUUID(),
			netPromoterScore: 2 * score,
		};
		await simulator.sendBody(event, JSON.stringify(nps), endpoint);
	}
}

/** Lets two weeks of ratings happen at Zoho SalesIQ. */
export async function rateAtSalesIq(simulator: SalesIqSimulator) {
	for (const [i, [score, daysAgo, feedback]] of RATINGS.entries()) {
		const id = `1700000009${i}`;
		const visitor = { id: `3000000009${i}`, name: `${NAMES[i % NAMES.length] ?? ''} Example` };
		const messages = TALK.map((text, at) => newMessage(900 + 10 * i + at, { message: { text } }));
		simulator.account.conversations.push(newConversation(900 + i, { id, messages }));
		await simulator.emit('conversation.rated-rating', {
			entityId: id,
			entity: { id, visitor, rating: score, feedback },
			eventTime: Date.now() - daysAgo * DAY_MS,
		});
	}
}
