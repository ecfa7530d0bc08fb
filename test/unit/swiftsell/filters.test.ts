import { isChosen } from '../../../nodes/shared/webhook/choose';
import type { Filters } from '../../../nodes/Swiftsell/filters';
import { swiftsellSource } from '../../../nodes/Swiftsell/source';
import { exampleOf } from '../../support/vendorExamples';

const source = swiftsellSource({ where: 'anywhere', headerName: '' });

type Payload = Record<string, unknown>;

const elementOf = (name: string): Payload =>
	(JSON.parse(exampleOf('swiftsell', name).toString()) as { events: [Payload] }).events[0];

const text = elementOf('message-text');
const image = elementOf('message-image');
const status = elementOf('status');
const label = elementOf('conversation-labels');
const variable = elementOf('variables-text');

describe('which events start the workflow', () => {
	test.each<[string, string[], Payload, boolean]>([
		['ticked', ['message'], text, true],
		['not selected', ['note'], text, false],
		['nothing ticked', [], text, false],
		['all events', ['*'], text, true],
		['all events, unknown type', ['*'], { event: { type: 'sla_breached' } }, true],
		['all events, no type', ['*'], { element: 'text' }, true],
		['ticked ones, no type', ['message'], { element: 'text' }, false],
	])('%s', (_name, events, payload, chosen) => {
		expect(isChosen(source, payload, { events, filters: {} })).toBe(chosen);
	});

	test.each<[string, Filters, Payload, boolean]>([
		['message type', { messageTypes: ['text'] }, text, true],
		['another message type', { messageTypes: ['image'] }, text, false],
		['message type nobody lists', { otherMessageTypes: 'list.response' }, text, false],
		['listed and unlisted', { messageTypes: ['image'], otherMessageTypes: 'text' }, text, true],
		['message type, no message', { messageTypes: ['image'] }, status, true],
		['by visitor', { messageBy: ['visitor'] }, text, true],
		['by agent, visitor wrote', { messageBy: ['user', 'bot'] }, text, false],
		['by agent', { messageBy: ['user'] }, image, true],
		['bot', { botIds: '1, 8861' }, text, true],
		['another bot', { botIds: '886' }, text, false],
		['bot, event without one', { botIds: '1' }, { event: { type: 'note' } }, true],
		['status', { statuses: 'close' }, status, true],
		['another status', { statuses: 'Open' }, status, false],
		['status, no status event', { statuses: 'Open' }, text, true],
		['label action', { labelActions: 'Deleted' }, label, true],
		['another label action', { labelActions: 'added' }, label, false],
		['variable', { variableNames: 'x, visitor_var12' }, variable, true],
		['another variable', { variableNames: 'visitor_var1' }, variable, false],
		['separators only', { botIds: ' , ' }, text, true],
		['several, one not met', { messageTypes: ['text'], messageBy: ['bot'] }, text, false],
	])('filter: %s', (_name, filters, payload, chosen) => {
		expect(isChosen(source, payload, { events: ['*'], filters })).toBe(chosen);
	});
});
