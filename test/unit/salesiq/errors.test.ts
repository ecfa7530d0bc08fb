import fc from 'fast-check';
import { isGone } from '../../../nodes/shared/operations/errors';
import { isExpired, isThrottled, refusalOf } from '../../../nodes/ZohoSalesIq/api/errors';
import { apiHostOf, dataCentres } from '../../../nodes/ZohoSalesIq/dataCentres';

const error = (code: unknown, more: object = {}, status = 200) => ({
	status,
	body: { error: { code, message: 'Words of Zoho', ...more } },
});

describe('a refusal by SalesIQ', () => {
	test.each([
		[1001, 'Words of Zoho', 'Try again', undefined],
		[1002, 'does not know the portal', 'screen name', undefined],
		[1005, 'does not know the portal', 'screen name', 404],
		[1007, 'Words of Zoho (events[0]), code 1007', 'named', undefined],
		[1008, 'access token', 'Reconnect', 401],
		[1009, 'lacks a scope', 'Add the scope', 403],
		[1011, 'Words of Zoho (events[0])', 'parameter', undefined],
		[1014, 'Words of Zoho', 'already exists', 409],
		[1016, 'Words of Zoho', 'administrator', 403],
		[1017, 'Words of Zoho', '3 in all', undefined],
		[1019, 'Words of Zoho', 'Check the ID', 404],
		[1021, 'Words of Zoho', 'Enterprise', undefined],
		[1023, 'no more calls for now', 'Wait', 429],
		[1026, 'Words of Zoho', 'last one', undefined],
		[1027, 'Words of Zoho', '50 MB', undefined],
		[9999, 'Words of Zoho (events[0]), code 9999', 'Check the values', undefined],
	])('%s says what happened and what to do', (code, message, description, status) => {
		const refusal = refusalOf(error(code, { json_key: 'events[0]' }));
		expect(refusal.message).toContain(message);
		expect(refusal.description).toContain(description);
		expect(refusal.status).toBe(status);
		// Zoho's own words are never lost.
		expect(`${refusal.message} ${refusal.description}`).toContain('Words of Zoho');
	});

	test('names the field, the parameter or the header', () => {
		for (const name of ['json_key', 'param', 'header']) {
			expect(refusalOf(error(1011, { [name]: 'app_ids[0]' })).message).toContain('(app_ids[0])');
		}
	});

	test('inside another HTTP status keeps it, unless the code says more', () => {
		expect(refusalOf(error(1011, {}, 400)).status).toBe(400);
		expect(refusalOf(error(1019, {}, 400)).status).toBe(404);
	});

	test.each([[undefined], [null], ['<html>'], [[]], [{}], [{ error: 'text' }], [{ error: null }]])(
		'an answer without a reason, %j, is told with its status',
		(body) => {
			expect(refusalOf({ status: 502, body })).toMatchObject({
				message: 'SalesIQ is unavailable (HTTP 502)',
				description: expect.stringContaining('try again') as string,
				status: 502,
			});
			expect(refusalOf({ status: 200, body })).toMatchObject({
				message: 'The answer is not from the SalesIQ API (HTTP 200)',
			});
			expect(refusalOf({ status: 429, body }).message).toContain('no more calls for now');
		},
	);

	test('never throws, whatever the answer', () => {
		fc.assert(
			fc.property(fc.anything(), fc.nat(599), (body, status) => {
				const answer = { status, body };
				expect(refusalOf(answer).message).not.toBe('');
				expect(refusalOf({ status, body: { error: body } }).description).not.toBe('');
				expect([true, false]).toContain(isExpired(answer, { isOverdue: true }));
			}),
		);
	});
});

test.each([
	['1008 inside 200', error(1008), true],
	['1008 as text', error('1008'), true],
	['1008 inside 400', error(1008, {}, 400), true],
	['another code inside 401', error(1009, {}, 401), false],
	['401 without a code', { status: 401, body: undefined }, true],
	['400 that names the token', { status: 400, body: 'Invalid OAuthToken' }, true],
	['400 about something else', { status: 400, body: 'Bad request' }, false],
	['400 without a body', { status: 400, body: undefined }, false],
	['200', { status: 200, body: {} }, false],
	['200 that talks of tokens', { status: 200, body: { data: 'Invalid OAuthToken' } }, false],
])('a new token is worth a try: %s', (_name, answer, expected) => {
	expect(isExpired(answer, { isOverdue: false })).toBe(expected);
});

test('1002 is worth a try only when the time of the token is over', () => {
	expect(isExpired(error(1002), { isOverdue: true })).toBe(true);
	expect(isExpired(error(1002), { isOverdue: false })).toBe(false);
	expect(isExpired(error(1009), { isOverdue: true })).toBe(false);
});

test('busy is HTTP 429 or code 1023', () => {
	expect(isThrottled(error(1023))).toBe(true);
	expect(isThrottled({ status: 429, body: undefined })).toBe(true);
	expect(isThrottled(error(1001))).toBe(false);
});

test.each([
	[{ httpCode: '404' }, true],
	[{ httpCode: 410 }, true],
	[{ httpCode: '403' }, false],
	[{ httpCode: null }, false],
	[{}, false],
	[undefined, false],
])('%j means gone: %s', (thrown, expected) => {
	expect(isGone(thrown)).toBe(expected);
});

describe('the host of the API', () => {
	test.each([
		['accounts.zoho.com', 'salesiq.zoho.com'],
		['accounts.zoho.eu', 'salesiq.zoho.eu'],
		['accounts.zoho.in', 'salesiq.zoho.in'],
		['accounts.zoho.com.au', 'salesiq.zoho.com.au'],
		['accounts.zoho.com.cn', 'salesiq.zoho.com.cn'],
		['accounts.zoho.jp', 'salesiq.zoho.jp'],
		['accounts.zohocloud.ca', 'salesiq.zohocloud.ca'],
		['accounts.zoho.sa', 'salesiq.zoho.sa'],
		['accounts.zoho.uk', 'salesiq.zoho.uk'],
	])('where the login is at %s is %s', (accounts, host) => {
		expect(apiHostOf({ serverUrl: `https://${accounts}` })).toBe(host);
		expect(dataCentres).toHaveLength(9);
	});

	test.each([[undefined], ['constructor'], [''], [5], [null]])(
		'of no data center, %j, is that of the United States',
		(serverUrl) => {
			expect(apiHostOf({ serverUrl })).toBe('salesiq.zoho.com');
		},
	);

	test.each(dataCentres.map(({ api }) => api))('of another data center is taken: %s', (host) => {
		expect(apiHostOf({ serverUrl: 'https://accounts.zoho.eu', host })).toBe(host);
	});

	// The access token would go there.
	test.each([
		'example.com',
		'salesiq.zoho.xyz',
		'salesiq.zoho.com.xx',
		'salesiq.zohocloud.com',
		'salesiq.zoho.com.example.com',
		'salesiq.zoho.com@example.com',
		'salesiq.zoho.com/path',
		'salesiq.zoho.com:8443',
		'salesiq.zoho.com#',
		'https://salesiq.zoho.com',
		'example.com/salesiq.zoho.com',
		'evil-salesiq.zoho.com',
		'salesiq.zoho.example',
		'salesiq.zoho.com\nexample.com',
	])('is never %s', (host) => {
		expect(apiHostOf({ serverUrl: 'https://accounts.zoho.eu', host })).toBe('salesiq.zoho.eu');
	});
});
