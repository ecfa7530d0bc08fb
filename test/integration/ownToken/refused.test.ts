import fc from 'fast-check';
import { anyBody } from '../../support/hostile';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook, type Call } from '../../support/run';
import { callOf, doors, previousToken, settingOf, token, type Door } from './doors';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

/** What a call brings that is not the token, or not where it is looked for. */
const forgeries = ({ bringing, otherHeaders }: Door): [string, Partial<Call>][] => [
	['no token', {}],
	['another token', bringing(previousToken)],
	['the end of it', bringing(token.slice(1))],
	['the token in other letters', bringing(token.toUpperCase())],
	['the token twice in the query', { query: { token: [token, token] } }],
	['the token in an object of the query', { query: { token: { 0: token } } }],
	['the token as another parameter', { query: { secret: token, key: token } }],
	['the token in a cookie', { headers: { cookie: `token=${token}` } }],
	...otherHeaders.map((name): [string, Partial<Call>] => [
		`the token in ${name}`,
		{ headers: { [name]: name === 'authorization' ? `Bearer ${token}` : token } },
	]),
	...Object.keys(bringing(token).headers ?? {}).map((name): [string, Partial<Call>] => [
		'the header twice',
		{ headers: { [name]: `${token}, ${token}` } },
	]),
];

describe.each(doors)('$node: a call that proves nothing', (door) => {
	test.each(forgeries(door))('%s: 401, no item, no hint', async (_name, brought) => {
		const call = callOf(door, door.example(), brought);
		const outcome = await runWebhook(settingOf(pack, door), call);
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.log).toHaveLength(1);
		const told = JSON.stringify([outcome.answer, outcome.headers, outcome.log]);
		expect(told).not.toContain(token);
	});

	test('all refusals look the same from outside', async () => {
		const answers = await Promise.all(
			forgeries(door).map(async ([, brought]) => {
				const call = callOf(door, door.example(), brought);
				const { answer, headers } = await runWebhook(settingOf(pack, door), call);
				return JSON.stringify({ answer, headers });
			}),
		);
		expect(new Set(answers).size).toBe(1);
	});

	test.each([{ token: undefined }, { token: '' }, { token: ' ' }])(
		'%j in the credential: refused',
		async (credential) => {
			const call = callOf(door, door.example(), door.bringing(''));
			const outcome = await runWebhook(settingOf(pack, door, {}, credential), call);
			expect(outcome).toMatchObject({ status: 401, items: undefined });
			expect(outcome.log).toEqual([expect.stringContaining('no-secret')]);
		},
	);

	test('no credential at all: refused', async () => {
		const bare = { ...settingOf(pack, door), credentials: {} };
		const outcome = await runWebhook(bare, callOf(door, door.example()));
		expect(outcome).toMatchObject({ status: 401, items: undefined });
	});
});

// Where the body is a place for the token, a test of its own says so.
test.each(doors.filter(({ looksInBody }) => !looksInBody))(
	'$node: the token in the body proves nothing',
	async (door) => {
		const call = callOf(door, JSON.stringify({ token, type: 'x' }), {});
		expect(await runWebhook(settingOf(pack, door), call)).toMatchObject({
			status: 401,
			items: undefined,
		});
	},
);

test.each(doors)(
	'$node: whatever comes, the answer is 200, 400 or 401, and strangers start nothing',
	async (door) => {
		const body = JSON.parse(door.example().toString()) as object;
		const events = door.eventsOf(body);
		const words = ['token', 'event_type', ...Object.keys({ ...body, ...events[0] })];
		const values = door.looksInBody ? events : [...events, 'Chat Transcript', token];
		const headerNames = Object.keys(door.bringing(token).headers ?? {});
		const call = fc.record({
			rawBody: anyBody(words, values),
			isGenuine: fc.boolean(),
			method: fc.constantFrom(...(door.methods ?? ['POST'])),
			headers: fc.dictionary(
				fc.constantFrom('content-type', 'authorization', 'x-token', ...headerNames),
				fc.string(),
			),
			query: fc.dictionary(
				fc.oneof(fc.constantFrom('token', 'x'), fc.string()),
				fc.oneof(fc.string(), fc.jsonValue(), fc.constant([token, token])),
			),
			place: fc.constantFrom(...(door.places ?? [{}])),
		});
		await fc.assert(
			fc.asyncProperty(call, async ({ rawBody, headers, query, method, isGenuine, place }) => {
				const proof = isGenuine ? door.bringing(token) : {};
				const { status, items, answer } = await runWebhook(settingOf(pack, door, place), {
					...(rawBody && { rawBody }),
					method,
					...(door.path !== undefined && { path: door.path }),
					headers: { ...headers, ...proof.headers },
					query: { ...query, ...(isGenuine && { token }) },
				});
				expect([200, 400, 401]).toContain(status);
				if (isGenuine) return;
				expect(items).toBeUndefined();
				expect(JSON.stringify(answer)).not.toContain(token);
			}),
			{ numRuns: 300 },
		);
	},
);
