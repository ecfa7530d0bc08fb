import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { refusal } from '../../../nodes/shared/operations/errors';
import { LookUps } from '../../../nodes/shared/operations/lookUps';

const node = { id: '1', name: 'Node', type: 'node' };
const contextOf = () => ({ getNode: () => node }) as unknown as IExecuteFunctions;

const says = (message: string, status?: number) =>
	refusal(contextOf(), { message, description: `About ${message}`, status });

/** What a look-up of each kind brings: an error, or a value. */
async function lookedUp(answers: Record<string, unknown>, context = contextOf()) {
	const lookUps = new LookUps(context);
	for (const [what, answer] of Object.entries(answers)) {
		await lookUps.look({
			what,
			ifNone: 'None is known',
			isEssential: what !== 'transcript',
			credential: what,
			ask: async () =>
				answer instanceof Error ? await Promise.reject(answer) : await Promise.resolve(answer),
		});
	}
	return lookUps;
}

const verdict = (lookUps: LookUps, isEmailTold = false): unknown => {
	try {
		lookUps.requireAnswers({ isEmailTold });
		return 'goes on';
	} catch (error) {
		return (error as Error).message;
	}
};

const DOWN = says('is unavailable', 503);
const UNREACHED = says('could not be reached');
const REFUSED = says('does not accept the login', 401);
const GONE = says('knows none', 404);
const NO_FIELD = says('has no such field', 400);
const UNNAMED = says('says: Internal error', 200);

test('what was found, what was not, and why', async () => {
	const lookUps = await lookedUp({ a: {}, b: null, c: DOWN, d: GONE, transcript: [] });
	lookUps.skip('e', 'Not asked');
	expect(lookUps.told).toEqual([
		{ what: 'a', found: true, reason: null },
		{ what: 'b', found: false, reason: 'None is known' },
		{ what: 'c', found: false, reason: 'is unavailable' },
		{ what: 'd', found: false, reason: 'knows none' },
		{ what: 'transcript', found: true, reason: null },
		{ what: 'e', found: false, reason: 'Not asked' },
	]);
});

test('a reason is one short line, without addresses', async () => {
	const long = says(`no\nuser <ada@example.com> ${'x'.repeat(400)}`);
	const { told } = await lookedUp({ a: long });
	expect(told[0]?.reason).toMatch(/^no user <…> x+…$/);
	expect(told[0]?.reason).toHaveLength(301);
});

describe('whether a workflow may go on', () => {
	test.each<[string, Record<string, unknown>, unknown]>([
		['nothing was asked', {}, 'goes on'],
		['everything was found', { a: {} }, 'goes on'],
		['none is known', { a: null }, 'goes on'],
		['none is known, told as an error', { a: GONE }, 'goes on'],
		['the only one failed for a while', { a: DOWN }, 'is unavailable'],
		['the only one failed for good', { a: NO_FIELD }, 'has no such field'],
		['one knows none, one is down', { a: null, b: DOWN }, 'is unavailable'],
		['one knows none, one could not be reached', { a: GONE, b: UNREACHED }, 'could not be reached'],
		['one knows none, one refuses the login', { a: null, b: REFUSED }, 'does not accept the login'],
		['one knows none, one gives no clear reason', { a: null, b: UNNAMED }, 'says: Internal error'],
		['one knows none, one lacks a field', { a: null, b: NO_FIELD }, 'goes on'],
		['one knows none, and what was said is down', { a: null, transcript: DOWN }, 'goes on'],
		['both fail', { a: UNNAMED, b: REFUSED }, 'says: Internal error; does not accept the login'],
		['both fail alike', { a: DOWN, b: DOWN }, 'is unavailable'],
	])('%s', async (_name, answers, expected) => {
		expect(verdict(await lookedUp(answers))).toBe(expected);
	});

	test.each<[string, Record<string, unknown>, unknown]>([
		['one is down', { a: {}, b: DOWN }, 'goes on'],
		['all are down', { a: DOWN, transcript: DOWN }, 'is unavailable'],
	])('with the address known, %s', async (_name, answers, expected) => {
		expect(verdict(await lookedUp(answers), true)).toBe(expected);
	});

	test('an answer in part counts as one, and as a failure where the address is missing', async () => {
		const lookUps = new LookUps(contextOf());
		const found = await lookUps.look({
			what: 'a',
			ifNone: 'None',
			isEssential: true,
			ask: async (inPart) => {
				inPart(UNNAMED);
				return await Promise.resolve({ id: 1 });
			},
		});
		expect(found).toEqual({ id: 1 });
		expect(lookUps.told).toEqual([{ what: 'a', found: true, reason: 'says: Internal error' }]);
		expect(verdict(lookUps, true)).toBe('goes on');
		expect(verdict(lookUps)).toBe('says: Internal error');
	});

	test.each<[string, Record<string, unknown>, number | undefined]>([
		['is a lock-out only when every login was refused', { a: REFUSED, b: says('no', 401) }, 401],
		['is none when something else failed, too', { a: REFUSED, b: DOWN }, 503],
	])('the error %s', async (_name, answers, status) => {
		const lookUps = await lookedUp(answers);
		expect(() => {
			lookUps.requireAnswers({ isEmailTold: false });
		}).toThrow(expect.objectContaining({ httpCode: String(status) }) as Error);
	});
});

test('a login that was refused is not tried again in the same run', async () => {
	const context = contextOf();
	let tries = 0;
	const ask = async () => {
		tries += 1;
		return await Promise.reject<null>(REFUSED);
	};
	const question = { what: 'a', ifNone: 'None', credential: 'login', ask };
	for (let item = 0; item < 3; item += 1) {
		const lookUps = new LookUps(context);
		await lookUps.look(question);
		expect(lookUps.told).toMatchObject([{ found: false, reason: 'does not accept the login' }]);
	}
	expect(tries).toBe(1);
	await new LookUps(contextOf()).look(question);
	expect(tries).toBe(2);
});

test('a missing credential is no reason to ask again, a fault of the pack stops no other look-up', async () => {
	const none = new NodeOperationError(node as never, 'Node does not have any credentials set');
	const odd = new TypeError('x is undefined');
	expect(verdict(await lookedUp({ a: null, b: none }))).toBe('goes on');
	const lookUps = await lookedUp({ a: odd, b: {} });
	expect(lookUps.told).toMatchObject([{ reason: 'x is undefined' }, { found: true }]);
	expect(verdict(lookUps)).toBe('x is undefined');
});

describe('with two credentials', () => {
	const credentials = { first: {}, second: {} };
	const contextOfTwo = () =>
		({ getNode: () => ({ ...node, credentials }) }) as unknown as IExecuteFunctions;

	test('one that is refused is no lock-out, as the other may answer for the next item', async () => {
		const context = contextOfTwo();
		const one = await lookedUp({ first: REFUSED }, context);
		expect(() => {
			one.requireAnswers({ isEmailTold: false });
		}).toThrow(
			expect.objectContaining({ message: REFUSED.message, httpCode: '403' }) as NodeOperationError,
		);
		const both = await lookedUp({ first: REFUSED, second: REFUSED }, context);
		expect(() => {
			both.requireAnswers({ isEmailTold: false });
		}).toThrow(expect.objectContaining({ httpCode: '401' }) as NodeOperationError);
	});

	test('one that has answered is good: what it is refused then is that call', async () => {
		const context = contextOfTwo();
		const ask = async (answer: object | Error) => {
			const lookUps = new LookUps(context);
			await lookUps.look({
				what: 'a',
				ifNone: 'None',
				isEssential: true,
				credential: 'first',
				ask: async () =>
					answer instanceof Error ? await Promise.reject(answer) : await Promise.resolve(answer),
			});
			return lookUps.told[0]?.reason;
		};
		expect(await ask({})).toBeNull();
		expect(await ask(REFUSED)).toBe('The credential is accepted, but not for this');
		expect(await ask({})).toBeNull();
		// Twice in a row it is not good any more.
		expect(await ask(REFUSED)).toBe('The credential is accepted, but not for this');
		expect(await ask(REFUSED)).toBe('does not accept the login');
		expect(await ask({})).toBe('does not accept the login');
	});
});
