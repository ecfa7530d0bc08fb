import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { hello, withoutLinks } from '../../../scripts/templates/pieces/mail';

const told = (text: string) => runInNewContext(withoutLinks('text'), { text }) as string;

/** Words that a mail program could take for an address, or hand to one as it is. */
const addressesIn = (text: string) =>
	text.split(/\s+/).filter((word) => {
		const { hostname = '' } = URL.canParse(`http://${word}`) ? new URL(`http://${word}`) : {};
		return /\.(?:[a-z]|xn--)/.test(hostname) || /\p{L}:\S|[:\\/][\\/]/u.test(word);
	});

describe('a link that a visitor wrote is disabled:', () => {
	test.each([
		'https://evil.example/a',
		'HTTPS:evil.example',
		'https:\\\\evil.example',
		'http:/\\203.0.113.5/a',
		'http:203.0.113.5',
		'//203.0.113.5/a',
		'\\\\203.0.113.5\\share',
		'file:\\\\203.0.113.5\\share',
		'www.evil.example',
		'evil.example/a',
		'call@evil.example',
		'mailto:call@evil.example',
		'tel:0900123456',
		'evil\u3002example',
		'evil\uff0eexample',
		'www\uff61evil\uff61example',
		'evil.\u00adexample',
		'evil.\u2060e\u200bxample',
		'evil.\u24d2\u24de\u24dc',
		'evil.\uff43\uff4f\uff4d',
		'evil.भारत',
		'evil.c\u0301om',
	])('%j', (text) => {
		expect(addressesIn(text)).toEqual([text]);
		expect(addressesIn(told(text))).toEqual([]);
	});

	test('whatever it is made of', () => {
		const sign = fc.constantFrom(
			...Array.from('.:/\\@a\u0301\u00ad\u200b\u200d\u3002\uff0e\uff61\u24d2भा '),
			...['com', 'www.', 'http', '://'],
		);
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
				expect(addressesIn(told(signs.join('')))).toEqual([]);
			}),
			{ numRuns: 5000 },
		);
	});
});

test.each(['Grace Hopper', 'Dr. J. Smith-O’Neill', 'It is 3.50 at 10:30.', '(Yes.) Well...', ''])(
	'anything but a link stays as it is: %j',
	(text) => {
		expect(told(text)).toBe(text);
	},
);

test('a greeting has a name of 60 characters, which leads nowhere', () => {
	const greeting = hello('event').replace('Hello{{', '').replace(/\}\}$/, '');
	const greeted = (name: string | null) =>
		runInNewContext(greeting, { event: { contact: { name } } }) as string;
	expect(greeted('Grace')).toBe(' Grace');
	expect(greeted(null)).toBe('');
	expect(greeted('x'.repeat(99))).toBe(` ${'x'.repeat(60)}`);
	expect(addressesIn(greeted('Win at https://evil.example/a or evil\u3002example'))).toEqual([]);
});
