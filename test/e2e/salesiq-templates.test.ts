import { useTemplate } from '../../host/templates';
import { outcomeOf, startSalesIqStage, type SalesIqStage } from './support/stage';

jest.setTimeout(60_000);

let stage: SalesIqStage;
let leads: SalesIqStage;

beforeAll(async () => {
	stage = await startSalesIqStage('e2e-salesiq-templates', 'salesiq-alert-on-bad-rating');
	const { rest, credentials, vendors } = stage.host;
	const workflow = await useTemplate(rest, 'salesiq-email-new-lead', credentials, vendors);
	leads = { ...stage, workflow };
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

/** A conversation that has messages. */
const conversation = () => {
	const found = stage.salesIq.account.conversations.find(({ messages }) => messages.length > 1);
	if (!found) throw new Error('No conversation has messages');
	return found;
};

const rate = (rating: number, eventTime = Date.now()) =>
	outcomeOf(stage, () =>
		stage.salesIq.emit('conversation.rated-rating', {
			entityId: conversation().id,
			entity: { rating },
			eventTime,
		}),
	);

describe('the alert on a bad rating', () => {
	test('includes the whole transcript', async () => {
		const { mails, execution } = await rate(2);
		expect(execution?.result.error).toBeUndefined();
		expect(mails).toMatchObject([
			{ to: 'team@example.com', subject: 'Rated 2: Grace Example in SalesIQ' },
		]);
		for (const { message } of conversation().messages) {
			expect(mails[0]?.text).toContain(message.text);
		}
	});

	test('is sent once, however often SalesIQ calls', async () => {
		const eventTime = Date.now();
		const [first, second] = [await rate(1, eventTime), await rate(1, eventTime)];
		expect([first.mails.length, second.mails.length]).toEqual([1, 0]);
	});

	test('is not sent for a good rating, which starts nothing', async () => {
		const { mails, executions } = await rate(3);
		expect({ mails, executions }).toEqual({ mails: [], executions: 0 });
	});

	test('is sent without a transcript if there is none to get', async () => {
		stage.salesIq.faults.add({ path: '/api/v2/*/messages', times: 9, answer: { status: 404 } });
		const { mails } = await rate(1);
		stage.salesIq.faults.clear();
		expect(mails).toHaveLength(1);
	});
});

describe('the email on a new contact', () => {
	const update = (example: string, eventTime = Date.now()) =>
		outcomeOf(leads, () => stage.salesIq.emit(example, { eventTime }));

	test('is sent when a lead becomes a contact, once', async () => {
		const eventTime = Date.now();
		const first = await update('visitor.updated-lead-to-contact', eventTime);
		const again = await update('visitor.updated-lead-to-contact', eventTime);
		expect(first.mails).toMatchObject([
			{ to: 'team@example.com', subject: 'New contact: Alan Example' },
		]);
		expect(first.mails[0]?.text).toContain('alan@example.com');
		expect(again.mails).toEqual([]);
	});

	test.each(['visitor.updated-contact', 'visitor.updated-lead'])(
		'is not sent for %s',
		async (example) => {
			expect((await update(example)).mails).toEqual([]);
		},
	);
});
