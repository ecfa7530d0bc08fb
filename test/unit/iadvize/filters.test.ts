import type { Filters } from '../../../nodes/Iadvize/filters';
import { iadvizeSource } from '../../../nodes/Iadvize/source';
import { isChosen } from '../../../nodes/shared/webhook/choose';
import { exampleEvent } from '../../support/examples';

const closed = exampleEvent('v2.conversation.closed');
const csat = exampleEvent('satisfaction.answered-customerSatisfaction');
const comment = exampleEvent('satisfaction.answered-satisfactionComment');
const user = exampleEvent('user.created');
const all = (payload: Record<string, unknown>, filters: Filters) =>
	isChosen(iadvizeSource, payload, { events: ['*'], filters });

describe('which events start the workflow', () => {
	test.each([
		['ticked', ['v2.conversation.closed'], closed, true],
		['not selected', ['user.created'], closed, false],
		['nothing ticked', [], closed, false],
		['all events', ['*'], closed, true],
		['all events, unknown one', ['*'], { eventType: 'v3.unheard.of' }, true],
		['all events, without a type', ['*'], {}, true],
		['ticked ones, without a type', ['v2.conversation.closed'], {}, false],
		['a type that is no text', ['v2.conversation.closed'], { eventType: 5 }, false],
	])('%s', (_name, events, payload, chosen) => {
		expect(isChosen(iadvizeSource, payload, { events, filters: {} })).toBe(chosen);
	});

	test.each<[string, Filters, Record<string, unknown>, boolean]>([
		['project of the list', { projectIds: '7, 1' }, closed, true],
		['another project', { projectIds: '7' }, closed, false],
		['a project that only begins alike', { projectIds: '11' }, closed, false],
		['project of an old event', { projectIds: '7' }, { websiteId: 7 }, true],
		['project, event without one', { projectIds: '7' }, user, true],
		[
			'project missing where it belongs',
			{ projectIds: '7' },
			{ eventType: 'v2.conversation.closed' },
			false,
		],
		['separators and blanks only', { projectIds: ' , ;' }, closed, true],
		['channel', { channels: ['SMS', 'CHAT'] }, closed, true],
		['channel of an old event', { channels: ['CHAT'] }, { channel: 'chat' }, true],
		['another channel', { channels: ['SMS'] }, closed, false],
		['a channel nobody knows', { channels: ['SMS'] }, { ...closed, channel: 'FAX' }, false],
		['channel, rating without one', { channels: ['SMS'] }, csat, true],
		['operator among several', { operatorIds: '2' }, closed, true],
		['another operator', { operatorIds: '3' }, closed, false],
		['operator, nobody took it', { operatorIds: '2' }, { ...closed, operatorIds: [] }, false],
		['operator as user', { operatorIds: '1' }, user, true],
		['another user', { operatorIds: '2' }, user, false],
		['kind of satisfaction', { satisfactionKinds: ['customerSatisfaction'] }, csat, true],
		['another kind', { satisfactionKinds: ['netPromoterScore'] }, csat, false],
		['kind, no rating', { satisfactionKinds: ['netPromoterScore'] }, closed, true],
		['score at most', { scoreAtMost: 3 }, csat, true],
		['score too high', { scoreAtMost: 2 }, csat, false],
		['score at least', { scoreAtLeast: 3 }, csat, true],
		['score too low', { scoreAtLeast: 4 }, csat, false],
		['a score of 0 at most 0', { scoreAtMost: 0 }, { ...csat, customerSatisfaction: 0 }, true],
		['score, comment without one', { scoreAtMost: 2 }, comment, false],
		['score as text', { scoreAtMost: 5 }, { ...csat, customerSatisfaction: '1' }, true],
		['score as text, too high', { scoreAtMost: 3 }, { ...csat, customerSatisfaction: '4' }, false],
		['score that is no number', { scoreAtMost: 5 }, { ...csat, customerSatisfaction: 'x' }, false],
		['score, no rating', { scoreAtMost: 2 }, closed, true],
		['several filters, one not met', { scoreAtMost: 3, projectIds: '9' }, csat, false],
	])('filter: %s', (_name, filters, payload, chosen) => {
		expect(all(payload, filters)).toBe(chosen);
	});
});
