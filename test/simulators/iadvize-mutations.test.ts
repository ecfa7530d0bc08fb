import { MINUTE_MS } from '../../simulators/iadvize';
import type { TestBed } from './support/iadvize';
import { startTestBed } from './support/iadvize';

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

const done = { userErrors: null };
const refused = (name: string) => ({ userErrors: [{ __typename: name }] });

describe('chatbotMessageSend', () => {
	const botConversation = 'ce41ba2c-c25a-4351-b946-09527d8b940b';
	const preview = 'application/vnd.iadvize.automation-chatbot-conversation-preview+json';
	const text = (value: string) => ({ chatbotMessage: { chatbotSimpleTextMessage: value } });
	const menu = {
		chatbotMessage: {
			chatbotMessageAttachmentInput: { quickReplyMenu: { choices: ['Yes'], message: 'Go on?' } },
		},
	};
	const close = { chatbotAction: { closeMessage: { _unusedField: false } } };
	const transfer = (timeout: number, routingRuleId = 'ef4670c3-d715-4a21-8226-ed17f354fc44') => ({
		chatbotAction: { transferMessage: { routingRuleId, transferOptions: { timeout } } },
	});

	async function send(actionOrMessage: object, more: object = {}, accept = preview) {
		const { body } = await bed.graphql(
			`mutation Send($conversationId: UUID!, $chatBotId: Int!, $actionOrMessage: ChatbotActionOrMessageInput!) {
				chatbotMessageSend(input: { conversationId: $conversationId, chatbotId: $chatBotId, actionOrMessage: $actionOrMessage }) {
					userErrors { __typename }
				}
			}`,
			{
				accept,
				variables: { conversationId: botConversation, chatBotId: 456678, actionOrMessage, ...more },
			},
		);
		const { data } = body as { data?: { chatbotMessageSend: unknown } };
		return data ? data.chatbotMessageSend : body;
	}

	test.each([
		['a text', text('Hello')],
		['a text of 450 characters', text('x'.repeat(450))],
		['quick replies', menu],
		['a transfer', transfer(20)],
		['a close', close],
	])('sends %s', async (_name, wish) => {
		expect(await send(wish)).toEqual(done);
	});

	test('does not exist without the preview header', async () => {
		const body = await send(text('Hello'), {}, 'application/json');
		expect(body).toHaveProperty('errors.0.message', expect.stringContaining('ChatbotAction'));
	});

	test.each([
		['451 characters', text('x'.repeat(451)), {}, 'InvalidValueError'],
		['an empty text', text(''), {}, 'InvalidValueError'],
		['two things at once', { ...text('Hello'), ...close }, {}, 'InvalidValueError'],
		['nothing', {}, {}, 'InvalidValueError'],
		['a transfer that waits 4 s', transfer(4), {}, 'InvalidValueError'],
		['a transfer that waits 61 s', transfer(61), {}, 'InvalidValueError'],
		['a rule that is not there', transfer(20, botConversation), {}, 'NotFoundError'],
		['another bot', text('Hello'), { chatBotId: 1 }, 'NotAllowedError'],
		[
			'a conversation without a bot',
			text('Hello'),
			{ conversationId: '4c8c7408-f73c-42cd-89e9-afbbee7d9024' },
			'NotAllowedError',
		],
		[
			'a conversation that is not there',
			text('Hello'),
			{ conversationId: '00000000-0000-4000-8000-000000000000' },
			'NotFoundError',
		],
	])('refuses %s', async (_name, wish, more, error) => {
		expect(await send(wish, more)).toEqual(refused(error));
	});

	test('comes after the visitor only', async () => {
		const conversation = bed.simulator.account.conversations.find(
			({ id }) => id === botConversation,
		);
		conversation?.history.splice(0);
		expect(await send(text('Hello'))).toEqual(refused('NotAllowedError'));
	});

	test('ends with the close, and after five silent minutes', async () => {
		await send(text('Hello'));
		bed.clock.advance(5 * MINUTE_MS - 1000);
		expect(await send(text('Still there?'))).toEqual(done);
		bed.clock.advance(5 * MINUTE_MS);
		expect(await send(text('Hello?'))).toEqual(refused('NotAllowedError'));

		bed.simulator.reset();
		await send(close);
		expect(await send(text('Hello'))).toEqual(refused('NotAllowedError'));
	});
});

describe('professionals', () => {
	const input = {
		email: 'eve@example.com',
		lastName: 'Example',
		pseudo: 'eve',
		roleName: 'operator',
		interfaceLanguage: 'en',
		spokenLanguages: ['en', 'fr'],
	};

	async function mutate(name: 'Create' | 'Update', variables: object): Promise<unknown> {
		const { body } = await bed.graphql(
			`mutation ($input: Professional${name}Input!) {
				professional${name}(input: $input) { userErrors { __typename } }
			}`,
			{ variables: { input: variables } },
		);
		const { data } = body as { data?: Record<string, unknown> };
		return data ? data[`professional${name}`] : body;
	}

	test('are created, and REST knows them', async () => {
		expect(await mutate('Create', input)).toEqual(done);
		const { body } = await bed.rest('/operator?full=1&filters[email]=eve@example.com');
		expect(body).toMatchObject({
			data: [{ id: 5, website_list: [], language_list: ['en', 'fr'] }],
		});
	});

	test.each([
		['a known e-mail address', { email: 'operator-1@example.com' }],
		['an unknown role', { roleName: 'owner' }],
		['password and SAML', { password: 'long-enough-1', samlUserId: 'eve' }],
	])('are refused with %s', async (_name, change) => {
		expect(await mutate('Create', { ...input, ...change })).toEqual(refused('InvalidValueError'));
	});

	test('need their mandatory fields', async () => {
		expect(await mutate('Create', { ...input, pseudo: undefined })).toHaveProperty(
			'errors.0.message',
		);
	});

	test('change where something is sent, and lose a first name by null', async () => {
		const change = { userId: 1, firstName: null, lastName: null, pseudo: 'ada-2' };
		expect(await mutate('Update', change)).toEqual(done);
		expect(bed.simulator.account.operators[0]).toMatchObject({
			firstName: null,
			name: 'Example',
			pseudo: 'ada-2',
			email: 'operator-1@example.com',
		});
	});

	test.each([
		[{ userId: 99 }, 'NotFoundError'],
		[{ userId: 1, password: 'short' }, 'InvalidValueError'],
	])('are not changed by %j', async (change, error) => {
		expect(await mutate('Update', change)).toEqual(refused(error));
	});
});
