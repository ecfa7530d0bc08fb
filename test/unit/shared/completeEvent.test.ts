import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { vendor as iadvize } from '../../../nodes/Iadvize/vendor';
import { completedEvent } from '../../../nodes/shared/completedEvent';
import { nothingSaid } from '../../../nodes/shared/describing';
import { callOf } from '../../../nodes/shared/operations/call';
import {
	completeEvent,
	type Found,
	type Told,
} from '../../../nodes/shared/operations/completeEvent';

const ID = '4c8c7408-f73c-42cd-89e9-afbbee7d9024';

/** An event that says nothing but which conversation it is about. */
const bare = {
	vendor: 'iadvize',
	event: 'conversation.closed',
	vendorEvent: null,
	deliveryId: '1',
	occurredAt: null,
	payload: {},
	...nothingSaid,
	conversation: { ...nothingSaid.conversation, id: ID },
};

const found: Found = {
	conversation: { id: 'another', channel: 'chat', vendorChannel: 'CHAT', subject: 'Parcel' },
	inbox: { id: '3', name: 'Shop', kind: 'project' },
	contact: {
		id: '7',
		externalId: '63',
		kind: 'lead',
		name: 'Ada Example',
		email: 'ada@example.com',
		phone: null,
	},
	agent: { id: '1', name: 'Bo Example', email: 'bo@example.com', kind: 'human' },
	transcript: [{ at: '2024-01-01T00:00:00.000Z', from: 'visitor', name: null, text: 'Hello' }],
};

function contextOf(event: unknown, includeTranscript: boolean): IExecuteFunctions {
	const parameters: Record<string, unknown> = { event, includeTranscript };
	return {
		getNode: () => ({ id: '1', name: 'Node', type: 'node' }),
		getWorkflow: () => ({ id: '1' }),
		getNodeParameter: (name: string) => parameters[name],
	} as unknown as IExecuteFunctions;
}

async function complete(
	event: unknown,
	{ includeTranscript = true, answer = found, reasons = [] as string[] } = {},
) {
	const asked: Told[] = [];
	const item = await completeEvent(callOf(contextOf(event, includeTranscript), 3), {
		vendor: iadvize,
		idIn: ({ conversationId }) => (conversationId as string | undefined) ?? null,
		find: async (told, lookUps) => {
			asked.push(told);
			for (const reason of reasons) lookUps.skip('visitor', reason);
			return await Promise.resolve(answer);
		},
	});
	return { item, asked };
}

test('fills in what is null', async () => {
	const { item, asked } = await complete(bare);
	expect(item).toEqual({
		...bare,
		...found,
		conversation: {
			...nothingSaid.conversation,
			id: ID,
			channel: 'chat',
			vendorChannel: 'CHAT',
			subject: 'Parcel',
		},
		lookedUp: [],
		recentEvents: 1,
	});
	expect(completedEvent.safeParse(item).error?.issues).toBeUndefined();
	expect(asked).toMatchObject([{ id: ID, contact: { name: null }, wantsTranscript: true }]);
});

test('overwrites nothing, and fills in the rest of the same group', async () => {
	const told = {
		...bare,
		conversation: {
			id: ID,
			channel: 'call',
			vendorChannel: 'Phone',
			url: 'https://example.com/1',
			status: 'closed',
			subject: 'Hello',
			startedAt: '2026-01-01',
			endedAt: '2026-01-02',
		},
		contact: { id: '9', externalId: '8', kind: 'contact', name: 'Grace', email: null, phone: '' },
		agent: { id: '2', name: 'Cleo', email: 'cleo@example.com', kind: 'bot' },
	};
	const before = structuredClone(told);
	const { item } = await complete(told);
	expect(item).toMatchObject({ conversation: told.conversation, agent: told.agent });
	expect(item.contact).toEqual({ ...told.contact, email: 'ada@example.com', phone: null });
	expect(told).toEqual(before);
});

test('keeps whatever else the event holds, in its groups, too', async () => {
	const settings = { to: 'team@example.com', list: [1, 2] };
	const contact = { ...nothingSaid.contact, company: 'Example' };
	const { item } = await complete({ ...bare, settings, contact });
	expect(item.settings).toEqual(settings);
	expect(item.contact).toMatchObject({ company: 'Example', name: 'Ada Example' });
});

test('a group that is absent or odd is made whole', async () => {
	const { item } = await complete({ ...bare, contact: undefined, agent: 'Bo' });
	expect(item).toMatchObject({ contact: found.contact, agent: found.agent });
});

test('what is found is told in plain values, too', async () => {
	const answer = {
		contact: { ...found.contact, email: 'a@example.com, b@example.com', phone: '555;1' },
		transcript: [{ at: null, from: 'visitor' as const, name: 'G<b>\n', text: 'a\u0000\r\nb' }],
	};
	const { item, asked } = await complete(bare, { answer });
	expect(item.contact).toEqual({ ...found.contact, email: null });
	expect(item.transcript).toEqual([{ at: null, from: 'visitor', name: 'G b', text: 'a\nb' }]);
	expect(item.recentEvents).toBeNull();
	expect(asked).toHaveLength(1);
});

test('an answer that knows nothing leaves null, and no transcript is an empty one', async () => {
	const { item } = await complete(bare, { answer: {}, includeTranscript: false });
	expect(item).toEqual({ ...bare, transcript: [], lookedUp: [], recentEvents: null });
});

test('JSON text is read, and long IDs keep their digits', async () => {
	const text = `{"vendor": "iadvize", "conversation": {"id": 19000000000000001}, "contact": {"id": 7}}`;
	const { item, asked } = await complete(text);
	expect(asked).toMatchObject([{ id: '19000000000000001', contact: { id: '7' } }]);
	expect((item.conversation as IDataObject).id).toBe('19000000000000001');
});

test('an event without an ID says it in its payload', async () => {
	const event = { ...bare, conversation: nothingSaid.conversation };
	const { item, asked } = await complete({ ...event, payload: { conversationId: ID } });
	expect(asked).toMatchObject([{ id: ID }]);
	expect(item.conversation).toMatchObject({ id: ID });
});

test.each([[{}], ['text'], [null]])(
	'an event about no conversation comes back as it is: payload %j',
	async (payload) => {
		const event = { ...bare, conversation: nothingSaid.conversation, payload };
		const { item, asked } = await complete(event, { answer: {} });
		expect(item).toEqual({ ...event, transcript: [], lookedUp: [], recentEvents: null });
		expect(asked).toMatchObject([{ id: null, payload: {} }]);
	},
);

test.each([
	['nothing', undefined],
	['null', null],
	['emptiness', ''],
	['no JSON', '{"conversation": '],
	['a text in JSON', '"conversation"'],
	['a list', [bare]],
	['a list in JSON', JSON.stringify([bare])],
	['an object that is no event', { id: ID }],
	['a conversation that is none', { ...bare, conversation: ID }],
	['an inherited conversation', '{"__proto__": {"conversation": {"id": "1"}}}'],
	['JSON that nests too deeply', `${'{"conversation":'.repeat(99)}1${'}'.repeat(99)}`],
])('refuses %s, and says how to fix it', async (_name, event) => {
	await expect(complete(event)).rejects.toMatchObject({
		message: 'The field "Event" does not contain an event',
		description: expect.stringContaining('Output of the trigger to Unified') as string,
		context: { itemIndex: 3 },
	});
});

test.each(['zohoSalesIq', 'constructor', '__proto__'])(
	'refuses an event of %s, and names both',
	async (vendor) => {
		await expect(complete({ ...bare, vendor })).rejects.toMatchObject({
			message: `This event is not from iAdvize: its vendor is "${vendor}"`,
			description: expect.stringContaining('must be from the same vendor') as string,
			context: { itemIndex: 3 },
		});
	},
);

test('what was looked up is told in plain words, and only of this event', async () => {
	const lookedUp = [{ what: 'visitor', found: true, reason: null }];
	const { item } = await complete({ ...bare, lookedUp }, { reasons: ['No\u0000\u202Eone'] });
	expect(item.lookedUp).toEqual([{ what: 'visitor', found: false, reason: 'No one' }]);
	expect(completedEvent.safeParse(item).error?.issues).toBeUndefined();
});

test('names of prototypes are data like any other', async () => {
	const text = `{"vendor": "iadvize", "conversation": {"id": "${ID}", "__proto__": {"channel": "x"}},
		"contact": {"__proto__": {"name": "Mallory"}}, "__proto__": {"settings": 1}}`;
	const { item } = await complete(text);
	expect(item).toMatchObject({
		conversation: { channel: 'chat' },
		contact: { name: 'Ada Example' },
	});
	expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
	expect('polluted' in {} || 'settings' in {}).toBe(false);
});
