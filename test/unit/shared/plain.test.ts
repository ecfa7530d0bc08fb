import path from 'node:path';
import fc from 'fast-check';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { nothingSaid } from '../../../nodes/shared/describing';
import {
	plainEmail,
	plainEvent,
	plainFileName,
	plainLine,
	plainMediaType,
	plainName,
	plainPhone,
	plainText,
	plainUrl,
} from '../../../nodes/shared/plain';

describe('an email address', () => {
	test.each([
		['grace@example.com', 'grace@example.com'],
		[' grace@example.com\n', 'grace@example.com'],
		['Grace.Hopper+chat@Mail.Example.COM', 'Grace.Hopper+chat@mail.example.com'],
		["o'brien_1@example.co.uk", "o'brien_1@example.co.uk"],
		['grace@bücher.example', 'grace@xn--bcher-kva.example'],
	])('%j is told as %j', (given, told) => {
		expect(plainEmail(given)).toBe(told);
	});

	test.each([
		'',
		'grace',
		'@example.com',
		'grace@',
		'grace@localhost',
		'grace@example',
		'grace@127.0.0.1',
		'grace@[127.0.0.1]',
		'grace@0x7f.1',
		'grace@example.com,',
		'grace@example.com, ada@example.com',
		'grace@example.com;ada@example.com',
		'grace@example.com ada@example.com',
		'"Grace" <grace@example.com>',
		'Grace <grace@example.com>',
		'"grace,ada"@example.com',
		'grace@ada@example.com',
		'x/../grace@example.com',
		'../../vid/101/profile?x=@example.org',
		'%2e%2e%2fgrace@example.com',
		'grace#x@example.com',
		'grace&x=1@example.com',
		'grace@example.com?bcc=ada@example.com',
		'grace@example.com/..',
		'grace@example.com:8080',
		'grace@exa%6dple.com',
		'grace@example..com',
		'grace@-example.com',
		'grace@example-.com',
		'.grace@example.com',
		'grace.@example.com',
		'gr..ace@example.com',
		'=cmd@example.com',
		'+grace@example.com',
		'-grace@example.com',
		'{{ $env.KEY }}@example.com',
		'<b>grace</b>@example.com',
		'grace@example.com\r\nBcc: ada@example.com',
		'grace\u0000@example.com',
		'grace@exam\u202Eple.com',
		`${'g'.repeat(65)}@example.com`,
		`grace@${'example.'.repeat(40)}com`,
		`grace@${'ü'.repeat(100)}.${'ü'.repeat(100)}.example`,
	])('%j is none', (given) => {
		expect(plainEmail(given)).toBeNull();
	});

	test('whatever is given, it is one address that means the same in a path and in a list', () => {
		const sign = fc.constantFrom(
			...Array.from('@.,;:<>"\'()[]/\\?#%&=+-_ \r\n\tàü'),
			'a',
			'B',
			'7',
			'{{',
			'..',
		);
		const given = fc.array(sign, { maxLength: 12 }).map((signs) => `${signs.join('')}@example.com`);
		fc.assert(
			fc.property(given, (text) => {
				const email = plainEmail(text);
				if (email === null) return;
				expect(plainEmail(email)).toBe(email);
				expect(email.split(/[,;\s<>"@]/)).toHaveLength(2);
				expect(new URL(`http://host/a/${email}/b`).pathname).toBe(`/a/${email}/b`);
			}),
			{ numRuns: 5000 },
		);
	});
});

describe('a phone number', () => {
	test.each(['+33 1 23 45 67 89', '(030) 123-456', '573001234567', '5'])('%j stays', (given) => {
		expect(plainPhone(given)).toBe(given);
	});

	test.each([
		['', null],
		['-', null],
		['555 ext. 5', null],
		['555;sms=1', null],
		['tel:555', null],
		['555\n666', null],
		['=1+1', null],
		['1+1', null],
		['9'.repeat(41), null],
		['٣٣٣', null],
		[' 555 ', '555'],
	])('%j is told as %j', (given, told) => {
		expect(plainPhone(given)).toBe(told);
	});
});

describe('a line', () => {
	test.each([
		['Grace\r\nBcc: ada@example.com', 'Grace Bcc: ada@example.com'],
		['a\u0000\u001b[31m\u0085\u2028b', 'a [31m b'],
		['\u202Egnp.exe\u200F', 'gnp.exe'],
		['\t\n', null],
		['', null],
		['<3 you', '<3 you'],
		['José 李 👩‍🚀', 'José 李 👩‍🚀'],
	])('%j is told as %j', (given, told) => {
		expect(plainLine(given)).toBe(told);
	});

	test('a name opens no tag either', () => {
		expect(plainName('Grace <ada@example.com>')).toBe('Grace  ada@example.com');
		expect(plainName('<img src=x onerror=alert(1)>')).toBe('img src=x onerror=alert(1)');
		expect(plainName('<>')).toBeNull();
	});
});

test('a text keeps its lines and loses other control characters', () => {
	expect(plainText('one\r\ntwo\rthree\u2028four\tfive\u0007\u202E')).toBe(
		'one\ntwo\nthree\nfour\tfive',
	);
	expect(plainText('\u0000')).toBeNull();
});

describe('an address of the web', () => {
	test.each(['https://example.com/a?b=c#d', 'http://example.com'])('%j stays', (given) => {
		expect(plainUrl(given)).toBe(given);
	});

	test.each([
		'javascript:alert(1)',
		'data:text/html,<b>',
		'//example.com',
		'https://',
		'https://example.com/"onclick="x',
		'https://example.com/<b>',
		'https://example.com/ x',
		`https://example.com/${'a'.repeat(2048)}`,
	])('%j is none', (given) => {
		expect(plainUrl(given)).toBeNull();
	});
});

describe('the name of a file', () => {
	test.each([
		['TICKETS.pdf', 'TICKETS.pdf'],
		['../../etc/cron.d/job', 'job'],
		['C:\\fakepath\\photo.jpg', 'photo.jpg'],
		['a:stream', 'stream'],
		['/', null],
		['..', null],
		['. .', null],
		['photo\r\n.jpg\u0000', 'photo .jpg'],
		['<img src=x>.png', 'img src=x .png'],
		['.env', '.env'],
	])('%j is told as %j', (given, told) => {
		expect(plainFileName(given)).toBe(told);
	});

	test('whatever is given, it names no other location', () => {
		const sign = fc.constantFrom(...Array.from('./\\:~\u0000\n ab%2f'));
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
				const name = plainFileName(signs.join(''));
				if (name === null) return;
				expect(path.posix.resolve('/tmp', name)).toBe(`/tmp/${name}`);
				expect(path.win32.resolve('C:\\tmp', name)).toBe(`C:\\tmp\\${name}`);
			}),
			{ numRuns: 5000 },
		);
	});
});

test.each([
	['image/png', 'image/png'],
	['Application/vnd.ms-excel', 'application/vnd.ms-excel'],
	['image', null],
	['text/html; charset=utf-8', null],
	['text/html\nX: y', null],
	['a/b/c', null],
])('the media type %j is told as %j', (given, told) => {
	expect(plainMediaType(given)).toBe(told);
});

describe('an event', () => {
	const event = conversationEvent.parse({
		vendor: 'iadvize',
		event: 'rating.given',
		vendorEvent: 'satisfaction.answered',
		deliveryId: '1',
		occurredAt: '2026-01-01T00:00:00.000Z',
		...nothingSaid,
		inbox: { id: '3\n', name: 'Sh<o>p', kind: 'project' },
		conversation: {
			...nothingSaid.conversation,
			id: '7',
			channel: 'chat',
			vendorChannel: 'CHAT\n',
			url: 'javascript:alert(1)',
			subject: 'Parcel\r\nBcc: a@example.com',
		},
		contact: {
			id: '1',
			externalId: '2\u0000',
			kind: null,
			name: 'Gr<a>ce\n',
			email: 'a@example.com,b@example.com',
			phone: 'x',
		},
		actor: { id: '1', name: '<b>Bo', email: 'Bo <bo@example.com>', kind: 'human' },
		message: {
			...nothingSaid.message,
			text: 'one\r\ntwo',
			attachments: [
				{ url: 'https://example.com/1', name: '../../etc/passwd\n', type: 'image/PNG' },
				{ url: 'file:///etc/passwd', name: '..', type: 'text/html; <script>' },
			],
		},
		rating: {
			...nothingSaid.rating,
			kind: 'custom',
			answer: 'yes\nno',
			comment: 'fine\r\nBcc: a@example.com',
		},
		change: { what: 'label', from: 'a\nb', to: '\u202Egnp' },
		order: { id: '9\n', amount: 1.5, currency: 'EUR\n' },
		payload: { name: 'Gr<a>ce\n' },
	});

	test('holds plain values, and the payload as sent', () => {
		const plain = plainEvent(event);
		expect(conversationEvent.parse(plain)).toEqual(plain);
		expect(plain.conversation.subject).toBe('Parcel Bcc: a@example.com');
		expect(plain).toMatchObject({
			inbox: { id: '3', name: 'Sh o p', kind: 'project' },
			conversation: { id: '7', channel: 'chat', vendorChannel: 'CHAT', url: null },
			contact: { id: '1', externalId: '2', name: 'Gr a ce', email: null, phone: null },
			actor: { id: '1', name: 'b Bo', email: null, kind: 'human' },
			message: {
				text: 'one\ntwo',
				attachments: [
					{ url: 'https://example.com/1', name: 'passwd', type: 'image/png' },
					{ url: null, name: null, type: null },
				],
			},
			rating: { answer: 'yes no', comment: 'fine Bcc: a@example.com' },
			change: { what: 'label', from: 'a b', to: 'gnp' },
			order: { id: '9', amount: 1.5, currency: 'EUR' },
			payload: { name: 'Gr<a>ce\n' },
		});
	});

	test('is plain in every line of its transcript, and keeps what it has beyond', () => {
		const line = { at: null, from: 'visitor' as const, name: 'G\nB', text: 'a\u0000b\r\nc' };
		const plain = plainEvent({ ...event, transcript: [line], note: 'mine\n' });
		expect(plain).toMatchObject({ transcript: [{ name: 'G B', text: 'ab\nc' }], note: 'mine\n' });
	});

	test('made plain twice is the same', () => {
		expect(plainEvent(plainEvent(event))).toEqual(plainEvent(event));
	});
});
