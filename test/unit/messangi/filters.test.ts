import type { Filters } from '../../../nodes/Messangi/filters';
import { messangiSource } from '../../../nodes/Messangi/source';
import { isChosen } from '../../../nodes/shared/webhook/choose';
import { exampleOf } from '../../support/vendorExamples';

const source = messangiSource({ where: 'header', headerName: '' });

type Payload = Record<string, unknown>;

const parsed = (name: string) => JSON.parse(exampleOf('messangi', name).toString()) as Payload;
const response = parsed('chatbot-interaction-response');
const option = parsed('chatbot-interaction-option');
const both = { ...option, ...response };
const mo = parsed('mo-message-sms');
const mt = { status: 'DELIVRD', to: '15550100102', from: '12345' };

describe('which events start the workflow', () => {
	test.each<[string, string[], Payload, boolean]>([
		['answer ticked', ['chatbot.response'], response, true],
		['option not selected', ['chatbot.response'], option, false],
		['both keys, answer ticked', ['chatbot.response'], both, true],
		['both keys, option ticked', ['chatbot.option'], both, true],
		['MO', ['mo'], mo, true],
		['MT', ['mt'], mt, true],
		['MT not selected', ['mo'], mt, false],
		['own design', ['mo', 'mt', 'chatbot.option', 'chatbot.response'], { a: 1 }, false],
		['own design, all events', ['*'], { a: 1 }, true],
		['nothing ticked', [], mo, false],
	])('%s', (_name, events, payload, chosen) => {
		expect(isChosen(source, payload, { events, filters: {} })).toBe(chosen);
	});

	test.each<[string, Filters, Payload, boolean]>([
		['campaign', { campaignIds: '1, 13010' }, option, true],
		['campaign as a number', { campaignIds: '13010' }, { ...option, campaignId: 13010 }, true],
		['another campaign', { campaignIds: '1301' }, option, false],
		['campaign, MO', { campaignIds: '1' }, mo, true],
		['label', { labels: 'welcome message' }, option, true],
		['another label', { labels: 'Goodbye' }, option, false],
		['option', { options: 'One Month' }, option, true],
		['another option', { options: 'One year' }, option, false],
		['option, an answer', { options: 'One year' }, response, true],
		['keyword, a number', { keywords: '1' }, option, true],
		['keyword, a word', { keywords: 'year' }, { ...option, keyword: 'YEAR' }, true],
		['another keyword', { keywords: '2' }, option, false],
		['prefix with plus', { phonePrefixes: '+1555' }, option, true],
		['prefix without plus', { phonePrefixes: '44, 1555' }, mo, true],
		['prefix, number without plus', { phonePrefixes: '+1555' }, mt, true],
		['another prefix', { phonePrefixes: '+44' }, mo, false],
		['prefix, own design', { phonePrefixes: '+44' }, { a: 1 }, true],
		['prefix, no number', { phonePrefixes: '+44' }, { ...option, phoneNumber: null }, false],
	])('filter: %s', (_name, filters, payload, chosen) => {
		expect(isChosen(source, payload, { events: ['*'], filters })).toBe(chosen);
	});
});
