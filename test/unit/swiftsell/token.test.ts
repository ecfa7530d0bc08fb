import { namesBrought } from '../../../nodes/Swiftsell/namesBrought';
import { tokenBrought, tokenVerdict, type TokenPlace } from '../../../nodes/Swiftsell/token';

const secret = 'a'.repeat(32);
const previous = 'b'.repeat(32);
const anywhere: TokenPlace = { where: 'anywhere', headerName: '' };

interface Call {
	headers?: Record<string, string>;
	query?: Record<string, unknown>;
	body?: string;
}
const delivery = ({ headers = {}, query = {}, body = '' }: Call) => ({
	headers,
	query,
	body: Buffer.from(body),
});
const verdict = (call: Call, place = anywhere, secrets = [secret]) =>
	tokenVerdict(place, delivery(call), secrets);
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a token anywhere', () => {
	test.each<[string, Call]>([
		['Authorization', { headers: { authorization: secret } }],
		['Authorization: Bearer', { headers: { authorization: `bEARER ${secret}` } }],
		['token', { headers: { token: secret } }],
		['x-token', { headers: { 'x-token': secret } }],
		['x-swiftsell-webhook-token', { headers: { 'x-swiftsell-webhook-token': secret } }],
		['query', { query: { token: secret } }],
		['JSON', { body: JSON.stringify({ token: secret, events: [] }) }],
		['a form', { body: `token=${secret}`, headers: form }],
		['a good one beside a wrong one', { headers: { token: 'x' }, query: { token: secret } }],
	])('is found: %s', (_name, call) => {
		expect(verdict(call)).toEqual({ genuine: true });
	});

	test.each<[string, Call, string]>([
		['nothing', {}, 'no-signature'],
		['another token', { headers: { token: previous } }, 'mismatch'],
		['the start of it', { headers: { token: secret.slice(1) } }, 'mismatch'],
		['xtoken', { headers: { xtoken: secret } }, 'no-signature'],
		['x-token-id', { headers: { 'x-token-id': secret } }, 'no-signature'],
		['x--token', { headers: { 'x--token': secret } }, 'no-signature'],
		['cookie', { headers: { cookie: `token=${secret}` } }, 'no-signature'],
		['the query twice', { query: { token: [secret, secret] } }, 'no-signature'],
		['the header twice', { headers: { 'x-token': `${secret}, ${secret}` } }, 'mismatch'],
		['a form, twice', { body: `token=${secret}&token=${secret}`, headers: form }, 'no-signature'],
		['deeper in the body', { body: JSON.stringify({ a: { token: secret } }) }, 'no-signature'],
		['an object', { body: JSON.stringify({ token: { a: secret } }) }, 'no-signature'],
		['too long', { headers: { token: 'a'.repeat(1025) } }, 'no-signature'],
		['no JSON', { body: `token=${secret}` }, 'no-signature'],
	])('is not: %s', (_name, call, reason) => {
		expect(verdict(call)).toEqual({ genuine: false, reason });
	});

	test('without a secret, nothing is genuine', () => {
		expect(verdict({ headers: { token: '' } }, anywhere, [])).toMatchObject({
			reason: 'no-secret',
		});
		expect(verdict({ headers: { token: '' } }, anywhere, [''])).toMatchObject({
			reason: 'no-secret',
		});
	});
});

describe('a form is read up to 64 kB and 1,000 fields, so that no caller without proof costs much', () => {
	const fields = (count: number) =>
		Array.from({ length: count }, (_, index) => `&${index}=`).join('');
	test.each([
		['999 fields more', fields(999), true],
		['1,000 fields more', fields(1000), false],
		['a long field', `&x=${'x'.repeat(65_000)}`, true],
		['a field too long', `&x=${'x'.repeat(66_000)}`, false],
	])('with %s', (_name, rest, genuine) => {
		expect(verdict({ body: `token=${secret}${rest}`, headers: form }).genuine).toBe(genuine);
	});
});

test('a larger JSON object brings no token', () => {
	const sized = (size: number) => JSON.stringify({ token: secret, rest: 'x'.repeat(size) });
	expect(verdict({ body: sized(1_000_000) }).genuine).toBe(true);
	expect(verdict({ body: sized(1_100_000) }).genuine).toBe(false);
});

describe('a token in one place only', () => {
	const inHeader: TokenPlace = { where: 'header', headerName: ' X-Secret ' };
	test.each<[TokenPlace, Call, boolean]>([
		[inHeader, { headers: { 'x-secret': secret } }, true],
		[inHeader, { headers: { token: secret } }, false],
		[{ where: 'query', headerName: '' }, { query: { token: secret } }, true],
		[{ where: 'query', headerName: '' }, { headers: { token: secret } }, false],
		[{ where: 'body', headerName: '' }, { body: JSON.stringify({ token: secret }) }, true],
		[{ where: 'body', headerName: '' }, { query: { token: secret } }, false],
	])('%j, %j', (place, call, genuine) => {
		expect(verdict(call, place).genuine).toBe(genuine);
	});
});

test('only the secret that was brought is told back', () => {
	const call = delivery({ headers: { token: previous } });
	expect(tokenBrought(anywhere, call, [secret, previous])).toBe(previous);
	expect(tokenBrought(anywhere, delivery({}), [secret, previous])).toBeUndefined();
});

describe('the log of a refused call', () => {
	test.each<[string, Call, string]>([
		[
			'names where a token may be',
			{ headers: { 'x-api-key': 'v' }, query: { secret: 'v' } },
			'headers: x-api-key; query: secret',
		],
		[
			'counts what else came',
			{ headers: { host: 'v', token: 'v', 'user-agent': 'v' } },
			'headers: token and 2 others; query: none',
		],
		[
			'whatever the case',
			{ query: { Token: 'v', x: 'v' } },
			'headers: none; query: token and 1 other',
		],
		[
			'never a token that came as a name',
			{ headers: { [secret]: '' }, query: { [secret]: '' } },
			'headers: 1 other; query: 1 other',
		],
		[
			'never a name of a stranger’s',
			{ headers: { 'x-unheard-of-token': 'v', 'a\nforged': '' } },
			'headers: 2 others; query: none',
		],
		['nothing of the body', { body: '{"token":"v"}' }, 'headers: none; query: none'],
	])('%s', (_name, call, note) => {
		expect(namesBrought(delivery(call))).toBe(note);
	});
});
