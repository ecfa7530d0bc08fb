import { createHmac } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { StoredCredentials } from '../../support/credentials';
import { loadPack, type Pack } from '../../support/pack';
import { runHook, runWebhook, type Call, type Setting } from '../../support/run';
import { exampleOf } from '../../support/vendorExamples';
import { callOf, doors, previousToken, token } from '../ownToken/doors';

const newToken = 'NewWebhookToken0123456789abcdefghi';

/** A trigger whose secret is in a credential. */
interface Trigger {
	node: string;
	type: string;
	parameters: INodeParameters;
	/** Names of the fields for the secret and the one before it. */
	fields: readonly [string, string];
	call: (secret: string) => Call;
}

const triggers: Trigger[] = [
	{
		node: 'iadvizeTrigger',
		type: 'iadvizeWebhookApi',
		parameters: { events: ['*'] },
		fields: ['secretToken', 'previousSecretToken'],
		call(secret) {
			const rawBody = exampleOf('iadvize', 'v2.conversation.closed');
			const digest = createHmac('sha256', secret).update(rawBody).digest('hex');
			return { rawBody, headers: { 'x-iadvize-signature': `sha256=${digest}` } };
		},
	},
	...doors.map((door) => ({
		node: door.node,
		type: door.credential.type,
		parameters: door.parameters,
		fields: ['token', 'previousToken'] as const,
		call: (secret: string) => callOf(door, door.example(), door.bringing(secret)),
	})),
];

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

let nowMs = 0;
let readings: jest.SpyInstance;
beforeEach(() => {
	jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
	readings = jest.spyOn(StoredCredentials.prototype, 'getDecrypted');
});
afterEach(() => {
	jest.restoreAllMocks();
});

const wait = (ms: number) => {
	nowMs += ms;
};

describe.each(triggers)('$node: the credential', ({ node, type, parameters, fields, call }) => {
	const published = (): Required<Pick<Setting, 'credentials'>> & Setting => ({
		pack,
		node,
		parameters,
		credentials: { [type]: dataOf(token) },
	});
	const dataOf = (secret: string, previous = '') => ({
		[fields[0]]: secret,
		[fields[1]]: previous,
	});
	const statusOf = async (setting: Setting, secret: string) =>
		(await runWebhook(setting, call(secret))).status;

	test('is read once in ten seconds, however many calls come', async () => {
		const setting = published();
		await Promise.all(Array.from({ length: 20 }, () => statusOf(setting, token)));
		wait(10_000);
		expect(await statusOf(setting, token)).toBe(200);
		expect(readings).toHaveBeenCalledTimes(1);
		wait(1);
		expect(await statusOf(setting, token)).toBe(200);
		expect(readings).toHaveBeenCalledTimes(2);
	});

	test('has a new token that counts after a second, and an old one that is refused after ten', async () => {
		const setting = published();
		await statusOf(setting, token);
		setting.credentials[type] = dataOf(newToken);
		wait(1_000);
		expect([await statusOf(setting, newToken), await statusOf(setting, token)]).toEqual([401, 200]);
		wait(1);
		expect([await statusOf(setting, newToken), await statusOf(setting, token)]).toEqual([200, 401]);

		setting.credentials[type] = dataOf(previousToken);
		wait(10_000);
		expect(await statusOf(setting, newToken)).toBe(200);
		wait(1);
		expect(await statusOf(setting, newToken)).toBe(401);
	});

	test('has a previous token, with which no call is refused during a change', async () => {
		const setting = published();
		await statusOf(setting, token);
		setting.credentials[type] = dataOf(newToken, token);
		for (let second = 0; second < 12; second++) {
			expect(await statusOf(setting, token)).toBe(200);
			wait(1_000);
		}
		expect(await statusOf(setting, newToken)).toBe(200);
	});

	test('is read for forged calls once a second at most, and no later because of them', async () => {
		const setting = published();
		await statusOf(setting, token);
		setting.credentials[type] = dataOf(newToken);
		for (let tenth = 0; tenth < 30; tenth++) {
			const forged = Array.from({ length: 5 }, () => statusOf(setting, 'x'.repeat(32)));
			expect(new Set(await Promise.all(forged))).toEqual(new Set([401]));
			wait(100);
		}
		expect(readings.mock.calls.length).toBeLessThanOrEqual(4);
		expect(await statusOf(setting, token)).toBe(401);
	});

	test('is not kept if it cannot be read: deleted, and there again', async () => {
		const setting = published();
		await statusOf(setting, token);
		const { [type]: data = {}, ...others } = setting.credentials;
		Reflect.deleteProperty(setting.credentials, type);
		wait(10_001);
		expect(others).toEqual({});
		expect([await statusOf(setting, token), await statusOf(setting, token)]).toEqual([401, 401]);
		setting.credentials[type] = data;
		expect(await statusOf(setting, token)).toBe(200);
	});

	test('is kept apart from another of its type', async () => {
		const [one, other] = [published(), published()];
		other.credentials[type] = dataOf(newToken);
		for (const [setting, right, wrong] of [
			[one, token, newToken],
			[other, newToken, token],
		] as const) {
			expect([await statusOf(setting, right), await statusOf(setting, wrong)]).toEqual([200, 401]);
		}
	});

	test('is read once for two workflows', async () => {
		const one = published();
		const other = { ...one, memory: { staticData: {} } };
		expect([await statusOf(one, token), await statusOf(other, token)]).toEqual([200, 200]);
		expect(readings).toHaveBeenCalledTimes(1);
	});

	test('is read for each call from the editor, and for publishing', async () => {
		const setting = published();
		await statusOf(setting, token);
		const inEditor = { ...setting, isTest: true };
		setting.credentials[type] = dataOf(newToken);
		expect([await statusOf(inEditor, newToken), await statusOf(inEditor, token)]).toEqual([
			200, 401,
		]);
		expect(await statusOf(setting, token)).toBe(200);
		setting.credentials[type] = dataOf('');
		await expect(runHook(setting, 'create')).rejects.toThrow(/token/);
		expect(await statusOf(setting, token)).toBe(200);
	});
});

test.each(doors.filter(({ takesHeader }) => takesHeader))(
	'$node: another header in the credential counts after a second',
	async (door) => {
		const { type } = door.credential;
		const parameters = { ...door.parameters, ...door.takesHeader };
		const credentials: Setting['credentials'] = { [type]: { token } };
		const setting = { pack, node: door.node, parameters, credentials };
		const renamed = callOf(door, door.example(), { headers: { 'x-other': token } });
		expect((await runWebhook(setting, renamed)).status).toBe(401);
		credentials[type] = { token, headerName: 'X-Other' };
		wait(1_001);
		expect((await runWebhook(setting, renamed)).status).toBe(200);
	},
);
