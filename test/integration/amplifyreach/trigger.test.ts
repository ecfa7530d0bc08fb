import { loadPack } from '../../support/pack';
import { runWebhook } from '../../support/run';
import { exampleOf } from '../../support/vendorExamples';

const token = 'ExampleWebhookToken0123456789abcdef';

afterEach(() => {
	jest.restoreAllMocks();
});

// What AmplifyReach shares with the others that sign nothing is in ../ownToken.
test('an event is output once an hour: no time in it tells two visitors apart', async () => {
	const once = {
		pack: await loadPack(),
		node: 'amplifyReachTrigger',
		parameters: { events: ['*'] },
		credentials: { amplifyReachWebhookApi: { token } },
		memory: { staticData: {} },
	};
	const noon = Date.parse('2025-06-01T12:00:00Z');
	const at = (minute: number) => {
		jest.spyOn(Date, 'now').mockReturnValue(noon + minute * 60_000);
		const rawBody = exampleOf('amplifyreach', 'contact-information');
		return runWebhook(once, { rawBody, query: { token } });
	};
	expect((await at(0)).items).toHaveLength(1);
	expect(await at(59)).toMatchObject({ status: 200, answer: { ok: true }, items: undefined });
	expect((await at(60)).items).toHaveLength(1);
});
