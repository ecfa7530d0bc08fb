import { newConversation, newTransaction } from '../../simulators/iadvize';
import type { TestBed } from './support/iadvize';
import { startTestBed } from './support/iadvize';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
afterAll(async () => {
	await bed.simulator.stop();
});

beforeEach(() => {
	const { account } = bed.simulator;
	account.transactions = [
		'2024-02-01T00:00:00Z',
		'2024-02-29T12:00:00Z',
		'2024-03-02T08:00:00Z',
	].map((createdAt, i) => newTransaction(i + 1, { createdAt }));
	// The fast clock stands at 2025-01-15.
	account.conversations = [
		'2024-10-14T00:00:00Z',
		'2024-10-16T00:00:00Z',
		'2025-01-14T00:00:00Z',
	].map((createdAt, i) => newConversation(i + 1, { createdAt }));
});

const transactions = '/transaction?';
const conversations = '/conversation.json-unicode?formatHistory=0&';

test.each([
	[transactions, 'filters[from]=2024-02-01&filters[to]=2024-02-29', [1, 2]],
	[transactions, 'filters[from]=2024-02-01&filters[to]=2024-02-29 11:59:59', [1]],
	[transactions, 'filters[from]=2024-03-01', [3]],
	[transactions, '', [1, 2, 3]],
	[conversations, '', [2, 3]],
	[conversations, 'filters[from]=2024-10-01', [1, 2]],
	[conversations, 'filters[to]=2024-10-15', [1]],
	[conversations, 'filters[from]=2024-10-15&filters[to]=2025-01-15', [2, 3]],
])('%s%s', async (path, dates, ids) => {
	const { body } = await bed.rest(path + dates);
	expect((body as { data: { id: number }[] }).data.map(({ id }) => id)).toEqual(ids);
});

test.each([
	['transactions over a month', `${transactions}filters[from]=2024-01-01&filters[to]=2024-02-02`],
	[
		'conversations over 3 months',
		`${conversations}filters[from]=2024-01-01&filters[to]=2024-04-02`,
	],
])('refuses %s with an error in meta', async (_name, path) => {
	const { status, body } = await bed.rest(path);
	expect(status).toBe(200);
	expect(body).toEqual({ meta: { status: 'error', message: expect.any(String) as string } });
});

test.each(['2024-1-1', '2024-13-01', 'yesterday', '2024-01-01T00:00:00Z'])(
	'refuses the date %s',
	async (date) => {
		const { body } = await bed.rest(`${transactions}filters[from]=${date}`);
		expect(body).toEqual({
			meta: { status: 'fail', message: "Value of field 'from' is not valid." },
		});
	},
);
