import { randomUUID } from 'node:crypto';
import { unknowns as iadvizeUnknowns } from '../../scripts/docs/unknowns/iadvize';
import { newConversation, newVisitor } from '../../simulators/iadvize';
import { omit } from '../../simulators/shared/omit';
import { exampleEvent } from '../support/examples';
import { outcomeOf, startIadvizeStage, type IadvizeStage } from './support/stage';

jest.setTimeout(60_000);

let stage: IadvizeStage;
beforeAll(async () => {
	stage = await startIadvizeStage('e2e-unknowns-iadvize', 'email-at-conversation-end');
}, 180_000);
afterEach(() => {
	stage.iadvize.reset();
});
afterAll(async () => {
	await stage.stop();
}, 30_000);

/** What is known of an account's schema is kept for an hour, so each account has a login of its own. */
async function anotherLogin(): Promise<void> {
	const { access } = stage.iadvize;
	access.email = `${randomUUID()}@example.com`;
	const drafts = stage.vendor.credentials.filter(({ type }) => type === 'iadvizeGraphQlApi');
	for (const draft of drafts) {
		const { email, password } = access;
		await stage.host.rest.credentials.save({ ...draft, data: { platform: 'ha', email, password } });
	}
	expect(drafts).toHaveLength(1);
}

let visitors = 80_000;

/** The end of a conversation of somebody new. */
function closed(email: string): Buffer {
	visitors += 1;
	const { account, settings } = stage.iadvize;
	const visitor = newVisitor(visitors, { email });
	const conversation = newConversation(visitors, { visitorId: visitor.visitorId });
	account.visitors.push(visitor);
	account.conversations.push(conversation);
	const { visitorId } = visitor;
	const ids = { eventId: randomUUID(), conversationId: conversation.id, visitorId };
	const event = {
		...exampleEvent('v2.conversation.closed'),
		...ids,
		visitorExternalId: String(visitors),
	};
	const told = settings.tellsVisitorExternalId ? event : omit(event, 'visitorExternalId');
	return Buffer.from(JSON.stringify(told));
}

test.each(iadvizeUnknowns)('$fact: $otherWay', async ({ settings, wayOut, by }) => {
	await anotherLogin();
	Object.assign(stage.iadvize.settings, settings);
	const email = `${randomUUID()}@example.com`;
	const { endpoint, iadvize } = stage;
	const { execution, mails } = await outcomeOf(stage, () =>
		iadvize.deliver({ endpoint, body: closed(email) }),
	);
	const isLost = wayOut === 'sentence';
	expect({ to: mails.map(({ to }) => to), status: execution?.status }).toEqual(
		isLost ? { to: [], status: 'waiting' } : { to: [email], status: 'success' },
	);
	const [told] = execution?.result.runData['Complete the Event'] ?? [];
	expect(JSON.stringify(told)).toContain(isLost ? by : email);
});
