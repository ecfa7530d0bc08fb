import { loadPack, type Pack } from '../../support/pack';
import { runHook } from '../../support/run';
import { doors, previousToken, settingOf, token } from './doors';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

/** Credentials that keep nobody out, and what is said about each. */
const weak: [string, object, (name: string) => string][] = [
	['a missing token', { token: '' }, (name) => name],
	['a blank token', { token: ' ' }, (name) => name],
	['a short token', { token: 'short' }, () => '32 or more'],
	['a token that gets lost', { token: `${token}&x` }, () => 'letters, digits'],
	['a token with a blank', { token: `${token} x` }, () => 'letters, digits'],
	['a short previous token', { previousToken: 'short' }, () => 'empty the field Previous Token'],
];

describe.each(doors)('$node', (door) => {
	const { type, name, headerName } = door.credential;
	const { takesHeader, node } = door;

	test('publishing passes, again and again, and never assumes that it is done', async () => {
		for (const method of ['create', 'create', 'delete', 'delete'] as const) {
			expect(await runHook(settingOf(pack, door), method)).toBe(true);
		}
		expect(await runHook(settingOf(pack, door), 'checkExists')).toBe(false);
	});

	test('publishing at a local address is refused, and says what to do', async () => {
		const local = { ...settingOf(pack, door), address: 'http://localhost:5678' };
		await expect(runHook(local, 'create')).rejects.toMatchObject({
			message: expect.stringContaining('not https') as string,
			description: expect.stringContaining('WEBHOOK_URL') as string,
		});
		const parameters = { ...local.parameters, options: { allowLocalAddress: true } };
		expect(await runHook({ ...local, parameters }, 'create')).toBe(true);
	});

	test('publishing without an ID in the address is refused, and says what to do', async () => {
		const imported = { ...settingOf(pack, door), webhookId: null };
		await expect(runHook(imported, 'create')).rejects.toMatchObject({
			message: expect.stringContaining('no webhook ID') as string,
			description: expect.stringContaining('cut the trigger and paste it') as string,
		});
	});

	test.each(weak)(
		'publishing refuses %s, and says what to do',
		async (_name, credential, advice) => {
			const setting = settingOf(pack, door, {}, credential);
			await expect(runHook(setting, 'create')).rejects.toMatchObject({
				description: expect.stringContaining(advice(name)) as string,
			});
		},
	);

	test('publishing asks for a header that is free, where one is looked at', async () => {
		const setting = settingOf(pack, door, takesHeader, { headerName: 'Content-Type' });
		if (!takesHeader) expect(await runHook(setting, 'create')).toBe(true);
		else {
			await expect(runHook(setting, 'create')).rejects.toMatchObject({
				description: expect.stringContaining(headerName ?? '') as string,
			});
		}
	});

	const tested = async (data: object) => {
		const run = pack.nodeType(node).methods?.credentialTest?.testWebhookCredential;
		return await run?.call({} as never, { id: '1', name: 'test', type, data: { ...data } });
	};

	test.each([{ token }, { token, previousToken }])(
		'the test button of %j says OK',
		async (data) => {
			expect(await tested(data)).toMatchObject({ status: 'OK' });
		},
	);

	test.each(weak)('the test button refuses %s, and says what to do', async (_name, credential) => {
		expect(await tested({ token, ...credential })).toEqual({
			status: 'Error',
			message: expect.stringMatching(/32 or more letters|empty the field/) as string,
		});
	});

	test('the test button refuses a header in use, where the credential has one', async () => {
		const answer = await tested({ token, headerName: 'Host' });
		expect(answer?.status).toBe(headerName === undefined ? 'OK' : 'Error');
		if (headerName !== undefined) expect(answer?.message).toContain(headerName);
	});
});
