import type { TestBed } from './support/iadvize';
import { startTestBed } from './support/iadvize';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
afterAll(async () => {
	await bed.simulator.stop();
});

test('a conversation tells its history in tuples, and its UUID as xmpp_id', async () => {
	const { body } = await bed.rest('/conversation.json-unicode/9001?formatHistory=0');
	expect(body).toMatchObject({
		data: {
			id: 9001,
			channel: 'chat',
			xmpp_id: '4c8c7408-f73c-42cd-89e9-afbbee7d9024',
			visitor_uid: '593de0891b628a50b09835dc6c0e92565329c74baa90e',
			created_at: '2025-01-15 08:40:00',
			history: [
				[2, '2025-01-15 08:40:00', 'Hello, where is my order?', 1736930400000],
				[1, '2025-01-15 08:40:00', 'It leaves today.', 1736930400000],
				[3, '2025-01-15 08:40:00', 'OPERATOR_CHAT_CLOSE'],
			],
		},
	});
});

test('the history is no list of tuples without formatHistory=0', async () => {
	const { body } = await bed.rest('/conversation.json-unicode/9001');
	expect(body).toHaveProperty('data.history', expect.any(String));
});

test('conversations of third-party channels are not in REST', async () => {
	const { body } = await bed.rest('/conversation.json-unicode?formatHistory=0&full=1');
	const channels = (body as { data: { channel: string }[] }).data.map(({ channel }) => channel);
	expect(channels).not.toContain('whatsapp');
	expect(channels).toContain('call');
});

test('statistics come as rows with the resource as id', async () => {
	const { body } = await bed.rest(
		'/statistic?filters[resource]=operator&filters[indicators]=contact_number,conversion_rate',
	);
	expect(body).toEqual({
		meta: { status: 'success' },
		data: [
			{ id: 1, contact_number: 80, conversion_rate: 0.15 },
			{ id: 2, contact_number: 40, conversion_rate: 0.06 },
		],
	});
});

test.each([
	['an indicator no longer served', 'filters[indicators]=satisfaction_global_rate', 'indicators'],
	['an unknown channel', 'filters[channel]=CHAT', 'channel'],
	['an unknown resource', 'filters[resource]=visitor', 'resource'],
	['an unknown granularity', 'filters[granularity]=week', 'granularity'],
	[
		'a granularity with two indicators',
		'filters[granularity]=day&filters[indicators]=contact_number,contact_duration',
		'granularity',
	],
])('statistics refuse %s', async (_name, query, field) => {
	const { body } = await bed.rest(`/statistic?${query}`);
	expect(body).toEqual({
		meta: { status: 'fail', message: `Value of field '${field}' is not valid.` },
	});
});

test('satisfaction spells node_delay as the vendor does', async () => {
	const { body } = await bed.rest('/satisfaction/1');
	expect(body).toMatchObject({ data: { note_welcome: 100, note_resolution: 80, node_delay: 60 } });
});

test('a group names its parents, a skill its operators', async () => {
	expect((await bed.rest('/group/2')).body).toMatchObject({
		data: { parent_id: 1, parent_list: [1], operator_list: [2] },
	});
	expect((await bed.rest('/skill?full=1&filters[operator_id]=3')).body).toMatchObject({
		data: [{ id: 2, parent_id: 1, operator_list: [1, 3] }],
	});
});
