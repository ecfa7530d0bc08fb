import {
	namesBrought,
	tokenBrought,
	tokenVerdict,
	type TokenPlace,
} from '../../../nodes/Swiftsell/token';

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

	test('without a secret nothing is genuine', () => {
		expect(verdict({ headers: { token: '' } }, anywhere, [])).toMatchObject({
			reason: 'no-secret',
		});
		expect(verdict({ headers: { token: '' } }, anywhere, [''])).toMatchObject({
			reason: 'no-secret',
		});
	});
});

describe('a form is read up to 64 kB and 1,000 fields, so that nobody unproved costs much', () => {
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

test('the log of a refused call names places, never values or forged lines', () => {
	const note = namesBrought(
		delivery({
			headers: { 'x-unheard-of': 'value-1', 'a\nforged': '' },
			query: { secret: 'value-2' },
			body: '{"name-3":"value-3"}',
		}),
	);
	expect(note).toBe('headers: x-unheard-of; query: secret');
});
