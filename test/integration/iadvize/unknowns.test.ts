import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { unknowns as iadvizeUnknowns } from '../../../scripts/docs/unknowns/iadvize';
import { openDoor, type Door } from '../../support/door';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';
import { runAction, runHook } from '../../support/run';

let bench: IadvizeBench;
let door: Door;
beforeAll(async () => {
	bench = await startIadvizeBench({ allowHttp: true });
	const { secretToken } = bench.vendor.access;
	door = await openDoor({
		pack: bench.pack,
		node: 'iadvizeTrigger',
		parameters: { events: ['v2.conversation.closed'] },
		credentials: { iadvizeWebhookApi: { secretToken } },
	});
});
afterEach(() => {
	bench.vendor.reset();
	door.outcomes.length = 0;
});
afterAll(async () => {
	await door.stop();
	await bench.stop();
});

const EVENT = 'v2.conversation.closed';

/** Completes an event for an account of its own: what is known of a schema is kept for an hour. */
async function complete(json: IDataObject): Promise<IDataObject> {
	const email = `${randomUUID()}@example.com`;
	bench.vendor.access.email = email;
	const setting = bench.setting({ resource: 'conversation', operation: 'completeEvent' });
	const { iadvizeGraphQlApi, ...others } = setting.credentials ?? {};
	// Its token is of yesterday.
	const graphQl = { ...iadvizeGraphQlApi, email, accessToken: 'expired' };
	const credentials = { ...others, iadvizeGraphQlApi: graphQl };
	const { items } = await runAction({ ...setting, credentials }, [{ json }]);
	return items[0]?.json ?? {};
}

test.each(iadvizeUnknowns)('$fact: $otherWay', async ({ settings, wayIn, wayOut, by }) => {
	const known = Object.keys(bench.vendor.settings);
	expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
	Object.assign(bench.vendor.settings, settings);

	expect(await runHook(door.trigger, 'create')).toBe(true);
	const endpoint = { url: door.url, secret: bench.vendor.access.secretToken };
	expect(await bench.vendor.send(EVENT, endpoint)).toMatchObject({ delivered: true });
	const [outcome] = door.outcomes;
	expect(outcome?.items).toHaveLength(1);
	const body = bench.vendor.exampleOf(EVENT);
	const forged = await bench.vendor.sendBody(EVENT, body, endpoint, { forged: true });
	expect(forged.attempts[0]?.status).toBe(401);
	expect(await runHook(door.trigger, 'delete')).toBe(true);
	expect(wayIn).toBe('works');

	const completing = complete(outcome?.items?.[0]?.json ?? {});
	if (wayOut === 'sentence') {
		await expect(completing).rejects.toThrow(by);
		return;
	}
	const item = await completing;
	// An email can go out, whichever way it was found.
	const [name, email, phone] = ['Ada Example', 'visitor@example.com', '+33100000001'];
	expect(item.contact).toMatchObject({ name, email, phone });
	const lookedUp = item.lookedUp as { what: string; found: boolean; reason: string | null }[];
	const isFirstWay = lookedUp.every(({ what, found }) => found && what !== 'visitor');
	expect(isFirstWay ? 'works' : 'second way').toBe(wayOut);
	const hasRest = settings.restRefusal !== true;
	expect(item.transcript).toHaveLength(hasRest ? 3 : 0);
});
