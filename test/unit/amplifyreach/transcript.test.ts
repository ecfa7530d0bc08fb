import fc from 'fast-check';
import { plainText } from '../../../nodes/AmplifyReach/transcript';

describe('a transcript as plain text', () => {
	test.each<[string, unknown, string | null]>([
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
		['nothing', null, null],
		['a blank', ' ', null],
		['a number', 5, null],
		['an empty list', [], null],
	])('%s', (_name, transcript, text) => {
		expect(plainText(transcript)).toBe(text);
	});

	test('any JSON, and any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.string()), (value) => {
				expect([null, 'string']).toContain(plainText(value) === null ? null : 'string');
			}),
		);
	});
});
