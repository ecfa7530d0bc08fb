import { nothingSaid } from '../../../nodes/shared/describing';
import { describe as tell } from '../../../nodes/ZohoSalesIq/describe';
import { envelopeOf } from '../../support/salesiqExamples';

const told = (name: string, more: object = {}) => tell({ ...envelopeOf(name), ...more });
const entityTold = (event: string, entity: object) => tell({ event, entity });

const ada = { id: '30102333033335', name: 'Ada Example', email: 'ada@example.com' };
const grace = { id: '30000000090034', name: 'Grace Example', email: 'grace@example.com' };

describe('who has a conversation, and who did it', () => {
	test.each<[string, object, object]>([
		['conversation.created', ada, { ...grace, kind: 'visitor' }],
		['conversation.attender.updated', ada, { ...ada, kind: null }],
		['conversation.missed', ada, nothingSaid.actor],
		['conversation.completed', ada, nothingSaid.actor],
		['conversation.rated-rating', ada, { ...grace, kind: 'visitor' }],
		['conversation.rated-feedback', ada, { ...grace, kind: 'visitor' }],
		[
			'conversation.visitor.replied',
			ada,
			{ ...grace, id: '$2463902591169630574', kind: 'visitor' },
		],
		// The owner does not write what somebody else sends, and here nobody says who the owner is.
		[
			'conversation.operator.replied-entity',
			ada,
			{ id: '8000000000005', name: 'Grace Example', email: null, kind: null },
		],
		[
			'conversation.operator.replied-envelope',
			nothingSaid.agent,
			{ id: '8000000000005', name: 'Grace Example', email: null, kind: null },
		],
		[
			'conversation.operator.replied-bot',
			nothingSaid.agent,
			{ id: '8000000000005', name: 'Example Bot', email: null, kind: 'bot' },
		],
	])('%s', (name, agent, actor) => {
		const { agent: has, actor: did } = told(name);
		expect({ has, did }).toEqual({ has: { ...agent, kind: null }, did: actor });
	});

	test.each(['visitor.updated-lead', 'visitor.updated-lead-to-contact', 'visitor.updated-contact'])(
		'%s is done by the modifier',
		(name) => {
			expect(told(name)).toMatchObject({
				agent: nothingSaid.agent,
				actor: {
					id: '30000000099007',
					name: 'ada@example.com',
					email: 'ada@example.com',
					kind: 'human',
				},
			});
		},
	);

	test.each([
		[{ sender: { id: '1', type: 'operator' }, text: 'x' }, 'human'],
		[{ sender: { id: '1', type: 'Bot ' }, text: 'x' }, 'bot'],
		[{ sender: { id: '1', type: 'robot' }, text: 'x' }, null],
		[{ sender: 'Ada', text: 'x' }, null],
		[{ list: ['x'] }, 'bot'],
	])('who wrote %j is %s, and does not have the conversation', (message, kind) => {
		const owner = { id: '5', type: 'operator' };
		expect(entityTold('conversation.operator.replied', { message, owner })).toMatchObject({
			agent: { id: '5', kind: 'human' },
			actor: { kind },
		});
	});

	test.each([
		['edited', {}, nothingSaid.actor],
		['deleted', { edited_by: { id: '9' } }, nothingSaid.actor],
		['edited', { edited_by: { id: '9', type: 'operator' } }, { id: '9', kind: 'human' }],
		['deleted', { deleted_by: { id: '9', type: 'bot' } }, { id: '9', kind: 'bot' }],
		['deleted', { deleted_by: 'visitor' }, nothingSaid.actor],
	])('a message is %s by whom %j says, not by who wrote it', (what, by, actor) => {
		const message = { sender: { id: '$1', name: 'Grace' }, text: 'x' };
		const told = entityTold(`conversation.message.${what}`, { message, ...by });
		expect(told).toMatchObject({ actor });
	});

	test.each([
		[
			{ id: '1', type: 'operator', name: 'Ada' },
			{ id: '1', name: 'Ada', kind: 'human' },
		],
		['visitor', { id: null, kind: 'visitor' }],
		['30102333033335', { id: null, kind: null }],
	])('ended by %j', (endedBy, actor) => {
		expect(entityTold('conversation.completed', { ended_by: endedBy })).toMatchObject({ actor });
	});
});

test('an operator who has only a nick name', () => {
	expect(told('operator.created').agent).toEqual({
		id: '115000000029087',
		name: 'Ada',
		email: 'ada@example.com',
		kind: null,
	});
});

test.each([
	['department.created', { id: '6000000009015', name: 'Support', kind: 'department' }],
	['department.updated', { id: '6000000009015', name: 'Support', kind: 'department' }],
	['department.deleted', { id: '40526000001808025', name: null, kind: 'department' }],
	['conversation.created', { id: '30185567778889', name: null, kind: 'app' }],
	['conversation.operator.replied-envelope', { id: '8000000000047', name: null, kind: 'app' }],
	['operator.updated', nothingSaid.inbox],
])('%s came in by %j', (name, inbox) => {
	const event = told(name, name.startsWith('conversation.created') ? { app_id: undefined } : {});
	expect(event.inbox).toEqual(inbox);
});

test('a conversation without an app came in by its department', () => {
	const { inbox } = entityTold('conversation.created', { department_id: '301050000004' });
	expect(inbox).toEqual({ id: '301050000004', name: null, kind: 'department' });
});

test('a department is made by an operator', () => {
	expect(told('department.created').actor).toMatchObject({ id: '6000000000005', kind: 'human' });
	expect(told('department.updated').actor).toEqual(nothingSaid.actor);
});

test('a conversation with question, times and status', () => {
	expect(told('conversation.completed').conversation).toMatchObject({
		status: 'closed',
		subject: 'Hello, I need help choosing a table.',
		startedAt: '2019-05-03T06:52:11.533Z',
		endedAt: '2019-05-03T06:52:11.929Z',
	});
	expect(told('department.created').conversation).toEqual(nothingSaid.conversation);
});

test.each([
	['Live', 'open'],
	[' connected ', 'open'],
	['Missed', 'missed'],
	['Closed', 'closed'],
	['Ended', 'closed'],
	['Sleeping', null],
	[7, null],
	[null, null],
])('the status %j is told as %s', (status, common) => {
	const { conversation } = entityTold('conversation.created', { status });
	expect(conversation.status).toBe(common);
});

test.each([
	['conversation.completed', { status: 'Attended Online' }, 'closed'],
	['conversation.completed', { status: 2 }, 'closed'],
	['conversation.completed', {}, 'closed'],
	['conversation.missed', {}, 'missed'],
	['conversation.reopened', {}, 'open'],
	['conversation.reopened', { status: 'Closed' }, 'closed'],
	['conversation.rated', {}, null],
])('%s with %j: its status is %s', (event, entity, status) => {
	expect(entityTold(event, entity).conversation.status).toBe(status);
});

test.each([
	['conversation.reopened', {}, null],
	['conversation.created', { status: 'Live' }, null],
	['conversation.attender.updated', { status: 'Connected' }, null],
	['conversation.completed', {}, '2019-05-03T06:52:11.929Z'],
	['conversation.rated', {}, '2019-05-03T06:52:11.929Z'],
])('%s with %j and end_time ended at %s', (event, entity, endedAt) => {
	const told = entityTold(event, { end_time: '1556866331929', ...entity });
	expect(told.conversation.endedAt).toBe(endedAt);
});

test.each([
	['conversation.attender.updated', { what: 'assignee', from: null, to: 'Ada Example' }],
	['conversation.completed', { what: 'status', from: null, to: 'Closed' }],
	['conversation.missed', { what: 'status', from: null, to: 'Missed' }],
	['conversation.created', nothingSaid.change],
	['operator.updated', nothingSaid.change],
])('%s changes %j', (name, change) => {
	expect(told(name).change).toEqual(change);
});

test('a channel, normalised and in the word of SalesIQ', () => {
	const visitor = { channel: 'Website', type: 'lead ' };
	expect(entityTold('conversation.created', { visitor })).toMatchObject({
		conversation: { channel: 'chat', vendorChannel: 'Website' },
		contact: { kind: 'lead' },
	});
});

test('a rating in a word is an answer', () => {
	expect(entityTold('conversation.rated', { rating: 'happy' }).rating).toMatchObject({
		kind: 'csat',
		score: null,
		answer: 'happy',
	});
	expect(entityTold('conversation.rated', { rating: [] }).rating).toEqual(nothingSaid.rating);
});
