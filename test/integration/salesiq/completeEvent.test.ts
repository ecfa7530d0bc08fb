import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { completedEvent } from '../../../nodes/shared/completedEvent';
import { nothingSaid } from '../../../nodes/shared/describing';
import { describe as describeEvent } from '../../../nodes/ZohoSalesIq/describe';
import { newMessage } from '../../../simulators/salesiq';
import { startSalesIqBench, type SalesIqBench } from '../../support/salesiq';
import { entityOf, envelopeOf } from '../../support/salesiqExamples';

let bench: SalesIqBench;

beforeAll(async () => {
	bench = await startSalesIqBench();
});

afterEach(() => {
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const CONVERSATION = '17000000004021';
const ADA = '30102333033335';
const path = `/api/v2/example-inc/conversations/${CONVERSATION}`;
const operation = { resource: 'conversation', operation: 'completeEvent' };
const eventOf = (payload: Record<string, unknown>) => describeEvent(payload) as IDataObject;
const completed = eventOf(envelopeOf('conversation.completed'));
const paths = () => bench.vendor.requests.map((request) => request.path);
const seeded = () => {
	const found = bench.vendor.account.conversations.find(({ id }) => id === CONVERSATION);
	if (!found) throw new Error('The account has no conversation');
	return found;
};

/** An event of which SalesIQ said no more than which conversation it is about. */
const bare = eventOf({
	event: 'conversation.completed',
	entity_type: 'conversation',
	entity_id: CONVERSATION,
});

/** As behind the trigger: the field is left as it is, so it gives the item. */
async function complete(json: IDataObject, parameters: INodeParameters = {}) {
	const { items } = await bench.run({ ...operation, ...parameters }, [{ json }]);
	return items[0]?.json ?? {};
}

const linesOf = ({ transcript }: IDataObject) => transcript as IDataObject[];

const failure = async (run: Promise<unknown>) =>
	await run.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; context: object },
	);

test("the trigger's event is completed, and all else of the item is kept", async () => {
	const given = { ...completed, settings: { to: 'team@example.com' } };
	const item = await complete(given);
	expect(completedEvent.safeParse(item).error?.issues).toBeUndefined();
	expect(item).toMatchObject({
		...given,
		inbox: { id: '46675600000002043', name: 'Example Shop', kind: 'app' },
		contact: { name: 'Grace Example', phone: '+15550100103' },
		agent: { id: ADA, name: 'Ada Example', email: 'ada@example.com', kind: 'human' },
		transcript: [
			{
				at: expect.stringMatching(/Z$/) as string,
				from: 'visitor',
				name: 'Grace Example',
				text: 'Hello, I need help choosing a table.',
			},
			{ from: 'agent', name: 'Ada Example', text: 'Which one?' },
			{ from: 'visitor', text: 'The round one' },
		],
	});
	expect(paths()).toEqual([path, `${path}/messages`]);
});

test('who the visitor is and who answered, where the event says neither', async () => {
	expect(await complete(bare)).toMatchObject({
		inbox: { name: 'Example Shop', kind: 'app' },
		conversation: {
			id: CONVERSATION,
			subject: 'Hello, I need help choosing a table.',
			startedAt: expect.stringMatching(/Z$/) as string,
		},
		contact: { id: '30000000090034', email: 'grace@example.com', phone: '+15550100101' },
		agent: { id: ADA, kind: 'human' },
	});
});

test('an app and a department are not mixed', async () => {
	const inbox = { id: '301050000004', name: null, kind: 'department' };
	expect(await complete({ ...bare, inbox })).toMatchObject({ inbox });
});

test('facts of two people are not mixed', async () => {
	const agent = { id: '30102333033336', name: null, email: null, kind: null };
	expect(await complete({ ...bare, agent })).toMatchObject({ agent });
	for (const agent of [
		{ id: null, name: 'Example Bot', email: null, kind: 'bot' },
		{ id: null, name: null, email: 'other@example.com', kind: null },
		{ id: null, name: 'Somebody Else', email: null, kind: null },
	]) {
		expect(await complete({ ...bare, agent })).toMatchObject({ agent });
	}
	const byAddress = { id: null, name: null, email: 'ADA@example.com', kind: null };
	expect(await complete({ ...bare, agent: byAddress })).toMatchObject({ agent: { id: ADA } });
});

test('a waiting conversation has no agent yet', async () => {
	Object.assign(seeded(), { owner: null, attender: null, participants: [] });
	const { agent } = await complete(bare);
	expect(agent).toEqual({ id: null, name: null, email: null, kind: null });
});

test('visitors, operators and bots are told apart', async () => {
	const bot = { id: '30102333039999', name: 'Example Bot', email: '', image_key: '', is_bot: true };
	const from = (id: string, name: string) => ({ sender: { id, name } });
	const odd = { ...newMessage(5), sender: undefined, time: '' } as never;
	Object.assign(seeded(), {
		participants: [bot],
		messages: [
			newMessage(1),
			newMessage(2, from('30000000090034', 'Grace Example')),
			newMessage(3, from(bot.id, bot.name)),
			newMessage(4, from(ADA, 'Ada Example')),
			newMessage(8, { sender: { id: '2', name: 'Answer Bot', type: 'bot' } as never }),
			odd,
			newMessage(6, { ...from('1', 'Menu'), message: { list: ['Yes', 'No'] } as never }),
			newMessage(7, { ...from(ADA, 'Ada Example'), type: 'att', message: { comment: 'Invoice' } }),
		],
	});
	const lines = linesOf(await complete(bare));
	expect(lines.map((line) => line.from)).toEqual([
		...['visitor', 'visitor', 'bot', 'agent', 'bot', null, 'bot', 'agent'],
	]);
	expect(lines[5]).toMatchObject({ at: null, name: null });
	expect(lines[7]?.text).toBeNull();
});

test.each([
	['each at a time of its own', (n: number) => n],
	['many at the same time', (n: number) => Math.floor(n / 7)],
])('a long transcript is read to its end: %s', async (_name, timeOf) => {
	const numbers = Array.from({ length: 250 }, (_none, index) => index + 1);
	seeded().messages = numbers.map((n) =>
		newMessage(n, { time: String(1_700_000_000_000 + timeOf(n)) }),
	);
	const lines = linesOf(await complete(bare));
	expect(lines.map(({ text }) => text)).toEqual(numbers.map((n) => `Message ${n}`));
});

test('without a transcript, and with everything known, nothing is asked', async () => {
	const off = { includeTranscript: false };
	const { transcript, ...event } = await complete(completed, off);
	expect(transcript).toEqual([]);
	expect(paths()).toEqual([path]);
	await complete(event, off);
	expect(paths()).toEqual([path]);
});

test('a bare rating and an event without a conversation come back, and nothing is asked', async () => {
	for (const event of [
		eventOf(entityOf('conversation.rated-rating') ?? {}),
		eventOf(envelopeOf('visitor.updated-contact')),
		eventOf(envelopeOf('operator.updated')),
	]) {
		const { recentEvents, ...completed } = await complete(event);
		expect(completed).toEqual({ ...event, transcript: [], lookedUp: [] });
		const { email } = event.contact as IDataObject;
		expect(recentEvents === null).toBe(email === null);
	}
	expect(paths()).toEqual([]);
});

test('a rating in its envelope says its conversation by entity_id', async () => {
	const event = eventOf(envelopeOf('conversation.rated-rating'));
	const emptied = { ...event, conversation: nothingSaid.conversation };
	expect(await complete(emptied)).toMatchObject({
		conversation: { id: CONVERSATION },
		rating: { score: 4 },
	});
});

test('an ID that leads out of the path is refused', async () => {
	const error = await failure(complete({ ...bare, conversation: { id: '..' } }));
	expect(error).toMatchObject({ context: { itemIndex: 0 } });
	expect(error.message).toContain('Event cannot be ".."');
	expect(paths()).toEqual([]);
});

test("another vendor's event, and an item that is no event", async () => {
	const other = await failure(complete({ ...bare, vendor: 'iadvize' }));
	expect(other.message).toBe('This event is not from Zoho SalesIQ: its vendor is "iadvize"');
	const none = await failure(complete({ id: 1 }));
	expect(none.message).toBe('The field "Event" does not contain an event');
	expect(paths()).toEqual([]);
});

const down = { status: 503, headers: { 'retry-after': '0' } };
const OUT_OF_ORDER = 'SalesIQ is unavailable (HTTP 503)';

test('when SalesIQ does not give the conversation, the address is asked for again', async () => {
	bench.vendor.faults.add({ path, times: 9, answer: down });
	expect((await failure(complete(bare))).message).toBe(OUT_OF_ORDER);
});

test('with the address known, what SalesIQ does not give stops nothing', async () => {
	const known = eventOf(envelopeOf('conversation.completed'));
	const contact = { ...(known.contact as IDataObject), email: 'grace@example.com' };
	bench.vendor.faults.add({ path, times: 9, answer: down });
	const item = await complete({ ...known, contact });
	expect(linesOf(item)).toHaveLength(3);
	expect(item.lookedUp).toEqual([
		{ what: 'conversation', found: false, reason: OUT_OF_ORDER },
		{ what: 'transcript', found: true, reason: null },
	]);
});

test('when SalesIQ does not give what was said, all else is there', async () => {
	bench.vendor.faults.add({ path: `${path}/messages`, times: 9, answer: down });
	const item = await complete(bare);
	expect(item).toMatchObject({ contact: { email: 'grace@example.com' }, transcript: [] });
	expect(item.lookedUp).toEqual([
		{ what: 'conversation', found: true, reason: null },
		{ what: 'transcript', found: false, reason: OUT_OF_ORDER },
	]);
});

const NOTHING = 'SalesIQ answered with nothing where the conversation should be';
const OTHER = 'SalesIQ answered with another conversation than the one asked for';

describe.each([
	['no body', { status: 204, body: '' }, NOTHING],
	['no data', { status: 200, body: { data: null } }, NOTHING],
	['an empty list', { status: 200, body: { data: [] } }, NOTHING],
	['an empty object', { status: 200, body: { data: {} } }, NOTHING],
	[
		'another conversation',
		{ status: 200, body: { data: { id: 'OTHER', visitor: { email: 'x@example.com' } } } },
		OTHER,
	],
])('when SalesIQ answers with %s', (_name, answer, reason) => {
	beforeEach(() => {
		bench.vendor.faults.add({ path, answer });
	});

	test('the address is asked for again', async () => {
		expect((await failure(complete(bare))).message).toBe(reason);
	});

	test('what is known already stays as it is', async () => {
		const contact = { id: null, name: null, email: 'grace@example.com', phone: null };
		const item = await complete({ ...bare, contact });
		expect(item).toMatchObject({ contact });
		expect((item.lookedUp as IDataObject[])[0]).toEqual({
			what: 'conversation',
			found: false,
			reason,
		});
	});
});

const ODD_FORM = 'SalesIQ describes the visitor in a form other than documented';

test.each([
	['a list of one', [{ email: 'grace@example.com' }], 'grace@example.com', null],
	['a list of two', [{ email: 'a@example.com' }, { email: 'b@example.com' }], null, ODD_FORM],
	['a text', 'grace@example.com', null, ODD_FORM],
	['an address in an object', { email: { value: 'grace@example.com' } }, null, ODD_FORM],
	['nobody', null, null, null],
])('a visitor told as %s', async (_name, visitor, email, reason) => {
	bench.vendor.faults.add({
		path,
		answer: { status: 200, body: { data: { id: CONVERSATION, visitor } } },
	});
	const item = await complete(bare, { includeTranscript: false });
	expect(item).toMatchObject({
		contact: { email },
		lookedUp: [{ what: 'conversation', found: true, reason }],
	});
});

test('when SalesIQ does not give the second page of what was said', async () => {
	const messages = `${path}/messages`;
	const body = { data: [newMessage(1), newMessage(2)], more_data_available: true };
	bench.vendor.faults.add({ path: messages, answer: { status: 200, body } });
	bench.vendor.faults.add({ path: messages, times: 9, answer: down });
	const item = await complete(bare);
	expect(linesOf(item).map(({ text }) => text)).toEqual(['Message 1', 'Message 2']);
	expect((item.lookedUp as IDataObject[])[1]).toEqual({
		what: 'transcript',
		found: true,
		reason: OUT_OF_ORDER,
	});
});

test('an author is named only if SalesIQ names one', async () => {
	const from = (n: number, sender: object) => newMessage(n, { sender: sender as never });
	const supervisor = { id: '6', name: 'Alan Example', is_bot: false };
	Object.assign(seeded(), {
		supervisors: [supervisor],
		messages: [
			from(1, { id: '77', name: 'Grace', type: 'visitor' }),
			from(2, { id: ADA, name: 'Notice', type: 'System' }),
			from(3, { id: '78', name: 'Joe', type: 'operator' }),
			from(4, { id: '79', name: 'Old Bot' }),
			from(5, { id: ADA, name: 'Ada Example' }),
			from(6, { id: supervisor.id, name: supervisor.name }),
			from(7, { name: 'Menu', type: 'bot' }),
		],
	});
	const item = await complete(bare);
	expect(linesOf(item).map((line) => line.from)).toEqual([
		...['visitor', 'system', 'agent', null, 'agent', 'agent', 'bot'],
	]);
	expect(item).toMatchObject({ agent: { id: ADA } });
});

test('when SalesIQ gives nothing at all', async () => {
	bench.vendor.faults.add({ path: `${path}*`, times: 9, answer: down });
	const contact = { id: '1', name: 'Grace', email: 'grace@example.com', phone: null };
	expect((await failure(complete({ ...bare, contact }))).message).toBe(OUT_OF_ORDER);
});

test('a conversation that SalesIQ does not know', async () => {
	const item = await complete({ ...bare, conversation: { id: '1' } });
	expect(item).toMatchObject({ contact: { email: null }, transcript: [] });
	expect(item.lookedUp).toEqual([
		{
			what: 'conversation',
			found: false,
			reason: expect.stringContaining('SalesIQ says') as string,
		},
		{ what: 'transcript', found: false, reason: expect.stringContaining('SalesIQ says') as string },
	]);
});
