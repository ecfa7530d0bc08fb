import { unknowns as amplifyReachUnknowns } from '../../../scripts/docs/unknowns/amplifyreach';
import {
	startAmplifyReachSimulator,
	type AmplifyReachSimulator,
} from '../../../simulators/amplifyreach';
import { openDoor, type Door } from '../../support/door';
import { loadPack } from '../../support/pack';
import { runHook } from '../../support/run';

let vendor: AmplifyReachSimulator;
let door: Door;
let botDoor: Door;
beforeAll(async () => {
	const pack = await loadPack();
	vendor = await startAmplifyReachSimulator();
	const credentials = { amplifyReachWebhookApi: { token: vendor.access.webhookToken } };
	const parameters = { events: ['*'] };
	door = await openDoor({ pack, node: 'amplifyReachTrigger', parameters, credentials });
	botDoor = await openDoor({ pack, node: 'amplifyReachBotTrigger', credentials });
});
afterEach(() => {
	vendor.reset();
	door.outcomes.length = 0;
});
afterAll(async () => {
	await door.stop();
	await botDoor.stop();
	await vendor.stop();
});

const EVENT = 'contact-information';
const order = 'A "big" one';

test.each(amplifyReachUnknowns)('$fact: $otherWay', async ({ settings, wayIn, wayOut }) => {
	const known = Object.keys(vendor.settings);
	expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
	Object.assign(vendor.settings, settings);

	expect(await runHook(door.trigger, 'create')).toBe(true);
	const endpoint = { url: door.url, secret: vendor.access.webhookToken };
	expect(await vendor.send(EVENT, endpoint)).toMatchObject({ delivered: true });
	expect(door.outcomes[0]?.items?.[0]?.json.contact).toMatchObject({
		email: expect.stringContaining('@') as string,
	});
	const body = vendor.exampleOf(EVENT);
	const forged = await vendor.sendBody(EVENT, body, endpoint, { forged: true });
	expect(forged.attempts[0]?.status).toBe(401);
	expect(await runHook(door.trigger, 'delete')).toBe(true);
	expect(wayIn).toBe('works');

	const call = { variables: { order }, responseKeys: { status: 'done' } };
	const report = await vendor.runTrigger({ ...endpoint, url: botDoor.url }, call);
	expect(report.variables).toEqual({ order, done: 'success' });
	const told = botDoor.outcomes.at(-1)?.items?.[0]?.json.payload as { body: unknown };
	const isEscaped = vendor.settings.escapeVariables;
	expect(told.body).toEqual(isEscaped ? { order } : `{"order":"${order}"}`);
	expect(wayOut).toBe('works');
});
