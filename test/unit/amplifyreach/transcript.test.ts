import fc from 'fast-check';
import { linesIn } from '../../../nodes/AmplifyReach/transcript';

describe('a transcript as lines of plain text', () => {
	test.each<[string, unknown, string]>([
		['text', 'Bot: Hi\nVisitor: a < b & c', 'Bot: Hi\nVisitor: a < b & c'],
		[
			'HTML',
			'<p><b>Bot</b>: Hi &amp; welcome</p><p>Visitor:&nbsp;Hello<br/>there</p>',
			'Bot: Hi & welcome\nVisitor: Hello\nthere',
		],
		['a list of texts', ['Hi', 'Hello'], 'Hi\nHello'],
		[
			'a list of objects',
			[
				{ from: 'Bot', text: 'Hi' },
				{ from: 'Visitor', text: '<b>Hello</b>' },
			],
			'Bot: Hi\nVisitor: Hello',
		],
		['an object around a list', { id: 1, messages: [{ by: 'Bot', body: 'Hi' }] }, '1\nBot: Hi'],
		['JSON in a text', '[{"from":"Bot","text":"Hi"}]', 'Bot: Hi'],
		['a text that only looks like JSON', '[Bot] Hi', '[Bot] Hi'],
		[
			'text in angle brackets',
			'I am John <john@example.com>\nI <3 tables, a<b and c>d, <Alan>, <article-7>',
			'I am John <john@example.com>\nI <3 tables, a<b and c>d, <Alan>, <article-7>',
		],
		[
			'text in angle brackets amid HTML',
			'<P CLASS="x">I am John <john@example.com></P><hr><address/>Bye <Alan>',
			'I am John <john@example.com>\nBye <Alan>',
		],
		['blank lines', 'Hi\r\n\r\n \nHello', 'Hi\nHello'],
		['nothing', null, ''],
		['a blank', ' ', ''],
		['a number', 5, ''],
		['an empty list', [], ''],
	])('%s', (_name, transcript, text) => {
		expect(linesIn(transcript).join('\n')).toBe(text);
	});

	test('any JSON, and any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.string()), (value) => {
				for (const line of linesIn(value)) expect(line).toMatch(/^(?!.*[\r\n].*).*\S/s);
			}),
		);
	});
});
