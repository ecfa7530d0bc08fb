import { isChosen } from '../../../nodes/shared/webhook/choose';
import type { Filters } from '../../../nodes/ZohoSalesIq/filters';
import { salesIqSource } from '../../../nodes/ZohoSalesIq/source';
import { entityOf, envelopeOf } from '../../support/salesiqExamples';

const missed = envelopeOf('conversation.missed');
const rated = envelopeOf('conversation.rated-rating');
const feedback = envelopeOf('conversation.rated-feedback');
const lead = envelopeOf('visitor.updated-lead');
const contact = envelopeOf('visitor.updated-contact');
const operator = envelopeOf('operator.updated');
const fromVisitor = envelopeOf('conversation.visitor.replied');
const fromOperator = envelopeOf('conversation.operator.replied-entity');
const fromBot = envelopeOf('conversation.operator.replied-bot');
const bareLead = entityOf('visitor.updated-lead') ?? {};
const bareMissed = entityOf('conversation.missed') ?? {};

const typed = (type: string) => ({
	event: 'conversation.operator.replied',
	entity: { message: { text: 'Hello', sender: { type } } },
});

describe('which events start the workflow', () => {
	test.each<[string, string[], Record<string, unknown>, boolean]>([
		['ticked', ['conversation.missed'], missed, true],
		['not selected', ['conversation.completed'], missed, false],
		['nothing ticked', [], missed, false],
		['all events', ['*'], missed, true],
		['all events, unknown one', ['*'], { event: 'conversation.unheard' }, true],
		['an own one', ['conversation.unheard'], { event: 'conversation.unheard' }, true],
		// SalesIQ sends only what is registered, and a bare entity does not say which event it is.
		['a bare entity', ['conversation.completed'], bareMissed, true],
	])('%s', (_name, events, payload, chosen) => {
		expect(isChosen(salesIqSource, payload, { events, filters: {} })).toBe(chosen);
	});

	test.each<[string, Filters, Record<string, unknown>, boolean]>([
		['app of the delivery', { app_ids: ['46675600000002043'] }, missed, true],
		['another app', { app_ids: ['1'] }, missed, false],
		['app as a number', { app_ids: ['5'] }, { ...missed, app_id: 5 }, true],
		['app of a bare entity', { app_ids: ['30185567778889'] }, bareMissed, true],
		['app, event without one', { app_ids: ['1'] }, operator, true],
		['empty app filter', { app_ids: [] }, missed, true],
		['rating as text', { ratingAtMost: 2 }, { ...rated, entity: { rating: '2' } }, true],
		['rating as text, too high', { ratingAtMost: 2 }, { ...rated, entity: { rating: '4' } }, false],
		['department', { departments: ['7', '301050000004'] }, missed, true],
		['another department', { departments: ['7'] }, missed, false],
		['department, event without one', { departments: ['7'] }, operator, true],
		['attender', { attenders: ['30102333033335'] }, missed, true],
		['another attender', { attenders: ['7'] }, missed, false],
		['attender, nobody picked up', { attenders: ['7'] }, { ...missed, entity: {} }, true],
		['visitor type', { visitorTypes: ['contact'] }, missed, true],
		['another visitor type', { visitorTypes: ['lead'] }, missed, false],
		['lead with a blank after it', { visitorTypes: ['lead'] }, lead, true],
		['lead, contacts wanted', { visitorTypes: ['contact'] }, lead, false],
		['contact', { visitorTypes: ['contact'] }, contact, true],
		['bare lead', { visitorTypes: ['lead'] }, bareLead, true],
		['bare lead, contacts wanted', { visitorTypes: ['contact'] }, bareLead, false],
		[
			'visitor type in capitals',
			{ visitorTypes: ['lead'] },
			{ entity: { visitor: { type: 'LEAD' } } },
			true,
		],
		['message from visitor', { messageFrom: ['visitor'] }, fromVisitor, true],
		['message from visitor, operator wanted', { messageFrom: ['operator'] }, fromVisitor, false],
		['message from operator', { messageFrom: ['operator'] }, fromOperator, true],
		['message from bot', { messageFrom: ['bot'] }, fromBot, true],
		['message from bot, operator wanted', { messageFrom: ['operator'] }, fromBot, false],
		['text from bot', { messageFrom: ['bot'] }, typed('Bot'), true],
		['text from operator', { messageFrom: ['bot'] }, typed('operator'), false],
		[
			'bot that sends only meta',
			{ messageFrom: ['bot'] },
			{ event: 'conversation.operator.replied', entity: { message: { meta: {} } } },
			true,
		],
		[
			'operator whose text has meta',
			{ messageFrom: ['operator'] },
			{ event: 'conversation.operator.replied', entity: { message: { text: 'a', meta: {} } } },
			true,
		],
		['message filter, no message', { messageFrom: ['bot'] }, missed, true],
		['rating at most', { ratingAtMost: 4 }, rated, true],
		['rating too high', { ratingAtMost: 3 }, rated, false],
		['rating at least', { ratingAtLeast: 4 }, rated, true],
		['rating too low', { ratingAtLeast: 5 }, rated, false],
		['a rating of 0 at most 0', { ratingAtMost: 0 }, { entity: { rating: 0 } }, true],
		['feedback without a rating', { ratingAtMost: 2 }, feedback, false],
		['feedback, no rating wanted', {}, feedback, true],
		['rating filter, no rating', { ratingAtMost: 2 }, missed, true],
		['several filters, one not met', { ratingAtMost: 4, attenders: ['7'] }, rated, false],
		['an entity that is no object', { departments: ['7'] }, { event: 'x', entity: 'text' }, true],
	])('filter: %s', (_name, filters, payload, chosen) => {
		expect(isChosen(salesIqSource, payload, { events: ['*'], filters })).toBe(chosen);
	});
});
