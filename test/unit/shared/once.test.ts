import fc from 'fast-check';
import type { ConversationEvent } from '../../../nodes/shared/conversation';
import { nothingSaid } from '../../../nodes/shared/describing';
import { keyOf } from '../../../nodes/shared/webhook/once';

const NOW = Date.parse('2025-06-01T12:10:00Z');
const HOUR = 60 * 60_000;

const event = (more: Partial<ConversationEvent> = {}): ConversationEvent => ({
	...nothingSaid,
	vendor: 'iadvize',
	event: 'conversation.closed',
	vendorEvent: 'v2.conversation.closed',
	deliveryId: 'd1',
	occurredAt: '2025-06-01T12:00:00.000Z',
	conversation: { ...nothingSaid.conversation, id: 'c1' },
	payload: {},
	...more,
});
const inNone = { conversation: nothingSaid.conversation };

test('a key has eight characters and no blank, whatever the IDs are', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (deliveryId, id) => {
			const odd = event({ deliveryId, conversation: { ...nothingSaid.conversation, id } });
			for (const repeats of ['delivery', 'conversation'] as const) {
				expect(keyOf(odd, repeats, NOW)).toMatch(/^[\w-]{8}$/);
			}
		}),
	);
});

describe('the same delivery', () => {
	test('is the one of the same deliveryId, at any time', () => {
		const retry = event({ payload: { attempt: 2 } });
		expect(keyOf(retry, 'delivery', NOW + 48 * HOUR)).toBe(keyOf(event(), 'delivery', NOW));
		const other = event({ deliveryId: 'd2' });
		expect(keyOf(other, 'delivery', NOW)).not.toBe(keyOf(event(), 'delivery', NOW));
	});

	test('is the same for an hour only when the vendor tells no time', () => {
		const untimed = event({ occurredAt: null });
		const first = keyOf(untimed, 'delivery', NOW);
		expect(keyOf(untimed, 'delivery', NOW + 40 * 60_000)).toBe(first);
		expect(keyOf(untimed, 'delivery', NOW + HOUR)).not.toBe(first);
	});
});

describe('the same event of a conversation', () => {
	const key = (more: Partial<ConversationEvent> = {}) => keyOf(event(more), 'conversation', NOW);

	test('is the same in another delivery, and at any time', () => {
		expect(key({ deliveryId: 'd2', occurredAt: null })).toBe(key());
	});

	test.each<[string, Partial<ConversationEvent>]>([
		['conversation', { conversation: { ...nothingSaid.conversation, id: 'c2' } }],
		['event', { event: 'conversation.started' }],
		["vendor's event", { vendorEvent: 'v2.conversation.ended' }],
	])('is another for another %s', (_name, more) => {
		expect(key(more)).not.toBe(key());
	});

	test('of no conversation goes by its deliveryId', () => {
		expect(key({ ...inNone })).toBe(keyOf(event(inNone), 'delivery', NOW));
		expect(key({ ...inNone, deliveryId: 'd2' })).not.toBe(key({ ...inNone }));
	});
});
