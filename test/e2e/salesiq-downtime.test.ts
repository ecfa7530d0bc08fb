import { addressOf, registeredAt } from './support/salesiq';
import type { SalesIqStage } from './support/stage';
import { countExecutions, startSalesIqStage } from './support/stage';

jest.setTimeout(120_000);

let stage: SalesIqStage;

beforeAll(async () => {
	stage = await startSalesIqStage('e2e-salesiq-downtime', 'salesiq-catch-up-after-downtime');
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const webhook = () => registeredAt(stage, addressOf(stage.workflow))[0];

/** Lets a conversation end, and comes back with its report once SalesIQ has given up or is through. */
const tell = (entityId: string) =>
	stage.salesIq.emit('conversation.completed', { entityId, eventTime: Date.now() });

/** Moves SalesIQ's clock by a minute, after its last attempt has had time to fail. */
const passMinute = async () => {
	await new Promise((resolve) => setTimeout(resolve, 300));
	stage.clock.advance(60_000);
};

/** A user pastes the address; the hour passes at once. */
async function setUpCatchUp(): Promise<void> {
	const { workflows } = stage.host.rest;
	const { id } = stage.workflow;
	const address = addressOf(stage.workflow);
	const nodes = (await workflows.get(id)).nodes.map((node) => {
		if (node.name === 'Is It Ours?') {
			const text = JSON.stringify(node.parameters).replace(
				'Paste the Production URL here',
				address,
			);
			return { ...node, parameters: JSON.parse(text) as object };
		}
		const isSchedule = node.type === 'n8n-nodes-base.scheduleTrigger';
		const everySecond = { rule: { interval: [{ field: 'seconds', secondsInterval: 3 }] } };
		return isSchedule ? { ...node, parameters: everySecond } : node;
	});
	await workflows.update(id, { nodes });
	await workflows.activate(id);
}

test('n8n down for two attempts: the third brings the email, once', async () => {
	const { n8n, inbox } = stage.host;
	await n8n.kill();
	const telling = tell('19000000033103');
	await passMinute();
	await new Promise((resolve) => setTimeout(resolve, 300));
	await n8n.restart();
	await passMinute();
	const [report] = await telling;
	expect(report?.attempts.map(({ status }) => status)).toEqual([502, 502, 200]);
	await inbox.waitFor(1, 30_000);
	await countExecutions(stage);
	expect(inbox.mails).toHaveLength(1);
});

test('n8n down for all attempts: the catch-up brings each in, once', async () => {
	const { n8n, inbox, rest } = stage.host;
	const { id } = stage.workflow;
	await setUpCatchUp();
	inbox.clear();
	await n8n.kill();
	const telling = [tell('19000000033104'), tell('19000000033105')];
	for (let minute = 0; minute < 4; minute++) await passMinute();
	await Promise.all(telling);
	expect(webhook()?.executions).toHaveLength(2);
	expect(inbox.mails).toEqual([]);
	await n8n.restart();

	await inbox.waitFor(2, 60_000);
	// Two more rounds of the catch-up change nothing.
	await new Promise((resolve) => setTimeout(resolve, 7000));
	await rest.workflows.deactivate(id);
	await stage.salesIq.settled();
	await countExecutions(stage);
	expect(inbox.mails.map(({ subject }) => subject).sort()).toEqual([
		'Conversation 19000000033104 has ended',
		'Conversation 19000000033105 has ended',
	]);
});
