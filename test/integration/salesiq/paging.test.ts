import type { INodeParameters } from 'n8n-workflow';
import {
	newBlockedIp,
	newConversation,
	newDepartment,
	newMessage,
	newOperator,
	newThread,
	newVisitor,
	newVisitorEvent,
} from '../../../simulators/salesiq';
import { startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

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

const numbers = (count: number) => Array.from({ length: count }, (_none, index) => index + 1);
const CONVERSATION = '17000000004021';
const getMany = (resource: string, operation = 'getMany', more = {}): INodeParameters => ({
	resource,
	operation,
	...more,
});
const first = () => {
	const found = bench.vendor.account.conversations.find(({ id }) => id === CONVERSATION);
	if (!found) throw new Error('The account has no conversation');
	return found;
};
const shop = { id: '46675600000002043', name: 'Example Shop' };

/** Every paging style, and how to fill the list. */
const lists: [string, number, INodeParameters, (count: number) => void][] = [
	[
		'conversations, numbered pages',
		500,
		getMany('conversation'),
		(count) => (bench.vendor.account.conversations = numbers(count).map((n) => newConversation(n))),
	],
	[
		'threads, numbered pages of 50',
		120,
		getMany('conversation', 'getThreads', { conversationId: CONVERSATION }),
		(count) => (first().threads = numbers(count).map((n) => newThread(n))),
	],
	[
		'messages, by time',
		250,
		getMany('conversation', 'getMessages', { conversationId: CONVERSATION }),
		(count) => (first().messages = numbers(count).map((n) => newMessage(n))),
	],
	[
		'messages of which many have the same time',
		250,
		getMany('conversation', 'getMessages', { conversationId: CONVERSATION }),
		(count) => {
			const time = (n: number) => String(1_700_000_000_000 + Math.floor(n / 7));
			first().messages = numbers(count).map((n) => newMessage(n, { time: time(n) }));
		},
	],
	[
		'operators, by offset',
		45,
		getMany('operator'),
		(count) => (bench.vendor.account.operators = numbers(count).map((n) => newOperator(n))),
	],
	[
		'departments, exactly full pages',
		40,
		getMany('department'),
		(count) => (bench.vendor.account.departments = numbers(count).map((n) => newDepartment(n))),
	],
	[
		'blocked IPs, by offset and limit',
		45,
		getMany('blockedIp'),
		(count) => (bench.vendor.account.blockedIps = numbers(count).map((n) => newBlockedIp(n, shop))),
	],
	[
		'feedbacks, which have no ID',
		45,
		getMany('feedback'),
		(count) => {
			bench.vendor.account.conversations = numbers(count).map((n) =>
				newConversation(n, { feedback: { rating: 4, time: '1700000000000' } }),
			);
		},
	],
	[
		'article categories',
		45,
		getMany('articleCategory'),
		(count) => {
			bench.vendor.account.articleCategories = numbers(count).map((n) => ({
				id: String(n),
				name: `Category ${n}`,
				is_default: 'false',
				order: String(n),
			}));
		},
	],
	[
		'visitors, by key',
		450,
		getMany('visitor'),
		(count) => (bench.vendor.account.visitors = numbers(count).map((n) => newVisitor(n))),
	],
	[
		'events of visitors, by key',
		450,
		getMany('visitor', 'getEvents'),
		(count) => (bench.vendor.account.visitorEvents = numbers(count).map((n) => newVisitorEvent(n))),
	],
	[
		'visitors of a view, by start key',
		250,
		getMany('visitor', 'getView'),
		(count) => (bench.vendor.account.visitors = numbers(count).map((n) => newVisitor(n))),
	],
];

describe.each(lists)('%s', (_name, count, parameters, fill) => {
	test(`Return All gives exactly ${count}`, async () => {
		fill(count);
		const { items } = await bench.run({ ...parameters, returnAll: true });
		expect(new Set(items.map(({ json }) => JSON.stringify(json))).size).toBe(count);
		expect(items).toHaveLength(count);
	});

	test('Limit 7 gives exactly 7, with one request', async () => {
		fill(count);
		const { items } = await bench.run({ ...parameters, limit: 7 });
		expect(items).toHaveLength(7);
		expect(bench.vendor.requests).toHaveLength(1);
	});

	test('an empty list is none, with one request', async () => {
		fill(0);
		const { items } = await bench.run({ ...parameters, returnAll: true });
		expect(items).toEqual([]);
		expect(bench.vendor.requests).toHaveLength(1);
	});
});

test('a limit above a page gives that many', async () => {
	bench.vendor.account.conversations = numbers(500).map((n) => newConversation(n));
	const { items } = await bench.run({ ...getMany('conversation'), limit: 150 });
	expect(new Set(items.map(({ json }) => json.id)).size).toBe(150);
	expect(bench.vendor.requests).toHaveLength(2);
});

test('messages are the same when SalesIQ counts the message of the very time', async () => {
	bench.vendor.settings.fromTimeInclusive = true;
	first().messages = numbers(250).map((n) => newMessage(n));
	const parameters = getMany('conversation', 'getMessages', { conversationId: CONVERSATION });
	const { items } = await bench.run({ ...parameters, returnAll: true });
	expect(items.map(({ json }) => json.sequence_id)).toEqual(numbers(250).map(String));
});

test('a short page is followed when SalesIQ says that there is more', async () => {
	const rows = (from: number) => numbers(30).map((n) => newMessage(from + n));
	const answer = (from: number, isMore: boolean) => ({
		path: '*/messages',
		answer: { status: 200, body: { data: rows(from), more_data_available: isMore } },
	});
	bench.vendor.faults.add(answer(0, true));
	bench.vendor.faults.add(answer(30, false));
	const parameters = getMany('conversation', 'getMessages', { conversationId: CONVERSATION });
	const { items } = await bench.run({ ...parameters, returnAll: true });
	expect(items).toHaveLength(60);
});

test.each<[string, number, INodeParameters, () => void]>([
	[
		'conversations',
		300,
		getMany('conversation'),
		() => {
			const { conversations } = bench.vendor.account;
			conversations.push(newConversation(conversations.length + 1));
		},
	],
	[
		'feedbacks',
		300,
		getMany('feedback'),
		() => {
			const { conversations } = bench.vendor.account;
			const feedback = { rating: 1, time: '1700000000000' };
			conversations.unshift(newConversation(conversations.length + 1, { feedback }));
		},
	],
])(
	'a list of %s that grows at each page neither doubles nor loops',
	async (_name, count, parameters, grow) => {
		bench.vendor.account.conversations = numbers(count).map((n) =>
			newConversation(n, { feedback: { rating: 4, time: '1700000000000' } }),
		);
		const end = bench.vendor.watch(grow);
		const { items } = await bench.run({ ...parameters, returnAll: true });
		end();
		const keys = items.map(({ json }) => (json.id ?? json.conversation_id) as string);
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.length).toBeGreaterThanOrEqual(count);
		expect(bench.vendor.requests.length).toBeLessThan(30);
	},
);
