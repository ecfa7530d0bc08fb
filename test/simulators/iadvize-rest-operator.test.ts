import type { TestBed } from './support/iadvize';
import { example, shapeOf, startTestBed } from './support/iadvize';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
beforeEach(() => {
	bed.simulator.reset();
});
afterAll(async () => {
	await bed.simulator.stop();
});

const fail = (message: string) => ({ meta: { status: 'fail', message } });

describe('reading', () => {
	test.each([
		['/operator/live', 'rest/rest.operator-live-list.response.json'],
		['/operator/1/live', 'rest/rest.operator-live-one.response.json'],
		['/operator/1/statistic', 'rest/rest.operator-statistic.response.json'],
		['/operator/1/profile', 'rest/rest.operator-profile.response.json'],
	])('%s looks like the example', async (path, file) => {
		expect(shapeOf((await bed.rest(path)).body)).toEqual(shapeOf(example(file)));
	});

	test.each([
		['/operator/live', [1, 4]],
		['/operator/live?connected=0', [1, 2, 4]],
		['/operator/live?connected=0&filters[group_id]=2', [2]],
		['/operator?filters[website_list]=1549', [1]],
		['/operator?filters[email]=operator-2*', [2]],
	])('%s', async (path, ids) => {
		const { body } = await bed.rest(path);
		expect((body as { data: { id: number }[] }).data.map(({ id }) => id)).toEqual(ids);
	});

	test('shows the key that logs its owner in, as the vendor does', async () => {
		const { body } = await bed.rest('/operator/1');
		expect(body).toMatchObject({
			data: { sso_key: 'example-sso-key-1', call_config: { type: 'ANSWER_FROM_DESK' } },
		});
	});
});

describe('availability', () => {
	test('is changed with the documented sentence', async () => {
		const { body } = await bed.rest('/operator/2/live', {
			method: 'PUT',
			form: 'chat[available]=1',
		});
		expect(body).toEqual(example('rest/rest.operator-live-update.response.json'));
		expect((await bed.rest('/operator/2/live')).body).toHaveProperty('data.chat.available', true);
	});

	test('connected=0 logs the operator off', async () => {
		await bed.rest('/operator/1/live', { method: 'PUT', form: 'connected=0' });
		expect((await bed.rest('/operator/1/live')).body).toMatchObject({
			data: { connected: false, chat: { available: false } },
		});
	});

	test.each([
		['connected=1', "Value of field 'connected' is not valid."],
		['chat%5Bavailable%5D=yes', "Value of field 'chat[available]' is not valid."],
		['', "Field 'chat' is missing."],
	])('refuses: %s', async (form, message) => {
		const { body } = await bed.rest('/operator/1/live', { method: 'PUT', form });
		expect(body).toEqual(fail(message));
	});
});

describe('writing', () => {
	const full =
		'name=Example&pseudo=eve&email=eve%2B1%40example.com&skill_list[0]=1&skill_list[1]=2' +
		'&website_list[]=1&website_list[]=1549&chat_enabled=0&call_config[type]=ANSWER_FROM_PHONE' +
		'&call_config[phone_number]=%2B33100000009';

	test('creates from a form in PHP notation and answers the object', async () => {
		const { body } = await bed.rest('/operator', { method: 'POST', form: full });
		expect(body).toMatchObject({
			meta: { status: 'success' },
			data: {
				id: 5,
				email: 'eve+1@example.com',
				skill_list: [1, 2],
				website_list: [1, 1549],
				chat_enabled: false,
				call_config: { type: 'ANSWER_FROM_PHONE', phone_number: '+33100000009' },
				_link: '/operator/5',
			},
		});
		expect((await bed.rest('/operator/5')).body).toEqual(body);
	});

	test('changes only what was sent', async () => {
		await bed.rest('/operator/1', { method: 'PUT', form: 'pseudo=new' });
		expect((await bed.rest('/operator/1')).body).toMatchObject({
			data: { pseudo: 'new', first_name: 'Ada', skill_list: [1, 2] },
		});
	});

	test('deletes, and knows the operator no more', async () => {
		const { body } = await bed.rest('/operator/1', { method: 'DELETE' });
		expect(body).toEqual(example('rest/rest.delete-success.response.json'));
		expect((await bed.rest('/operator/1')).body).toEqual(fail("Unknown 'operator' with 'id' 1."));
	});

	test.each([
		['name=A&pseudo=a', "Field 'email' is missing."],
		['name=A&pseudo=a&email=nobody', "Value of field 'email' is not valid."],
		[`${full}&chat_priority=5`, "Value of field 'chat_priority' is not valid."],
		[`${full}&language_admin=it`, "Value of field 'language_admin' is not valid."],
		[`${full}&roles[]=owner`, "Value of field 'roles' is not valid."],
		[`${full}&skill_list=1`, "Value of field 'skill_list' is not valid."],
		[`${full}&sso_key=mine`, "Value of field 'sso_key' is not valid."],
		[
			'name=A&pseudo=a&email=a@example.com&call_config[type]=ANSWER_FROM_PHONE',
			"Field 'call_config[phone_number]' is missing.",
		],
	])('refuses %s', async (form, message) => {
		expect((await bed.rest('/operator', { method: 'POST', form })).body).toEqual(fail(message));
		expect(bed.simulator.account.operators).toHaveLength(4);
	});

	test('the texts are the documented ones', () => {
		expect(example('rest/rest.fail-missing-field.response.json')).toEqual(
			fail("Field 'my_field_2' is missing."),
		);
		expect(example('rest/rest.fail-invalid-value.response.json')).toEqual(
			fail("Value of field 'my_field' is not valid."),
		);
	});
});
