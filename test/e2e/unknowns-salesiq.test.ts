import { unknowns as salesIqUnknowns } from '../../scripts/docs/unknowns/salesiq';
import { outcomeOf, startSalesIqStage, type SalesIqStage } from './support/stage';

jest.setTimeout(120_000);

let stage: SalesIqStage;
beforeAll(async () => {
	stage = await startSalesIqStage('e2e-unknowns-salesiq', 'salesiq-email-on-missed-conversation');
}, 180_000);
afterAll(async () => {
	await stage.stop();
}, 30_000);

let happenings = 0;

test.each(salesIqUnknowns)('$fact: $otherWay', async ({ settings, wayIn, by }) => {
	const { salesIq, host, workflow } = stage;
	const { workflows } = host.rest;
	await workflows.deactivate(workflow.id);
	expect(salesIq.account.webhooks).toEqual([]);
	const usual = structuredClone(salesIq.settings);
	Object.assign(salesIq.settings, settings);
	try {
		const publishing = workflows.activate(workflow.id, { timeoutMs: 90_000 });
		if (wayIn === 'sentence') {
			await expect(publishing).rejects.toThrow(by);
			return;
		}
		await publishing;
		happenings += 1;
		const { execution, mails } = await outcomeOf(stage, () =>
			salesIq.emit('conversation.missed', { eventTime: Date.now() + happenings }),
		);
		expect(execution?.result.error).toBeUndefined();
		expect(mails).toMatchObject([{ to: 'team@example.com' }]);
	} finally {
		Object.assign(salesIq.settings, usual);
	}
});
