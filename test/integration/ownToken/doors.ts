import type { INodeParameters } from 'n8n-workflow';
import type { Pack } from '../../support/pack';
import type { Call, Setting } from '../../support/run';
import { exampleNamesOf, exampleOf } from '../../support/vendorExamples';

export const token = 'ExampleWebhookToken0123456789abcdef';
export const previousToken = 'PreviousWebhookToken0123456789abcd';

type Event = Record<string, unknown>;

/** A trigger that believes whoever brings the token of its credential, with what is its own. */
export interface Door {
	node: string;
	credential: { type: string; name: string; headerName?: string };
	/** A header of the credential's choice is looked at, in this setting of the node. */
	takesHeader?: INodeParameters;
	/** Bodies that the vendor prints. */
	examples: readonly (readonly [name: string, body: Buffer])[];
	example: () => Buffer;
	/** The events of a body, and the body that holds some. */
	eventsOf: (body: unknown) => Event[];
	bodyOf: (events: unknown[]) => unknown;
	/** What an item has of an event as its payload. */
	payloadOf: (event: unknown) => unknown;
	/** What tells an event apart from the others of a list; none where a call is one event. */
	numbered?: (number: number) => Event;
	/** How a call brings a token. */
	bringing: (value: string) => Partial<Call>;
	/** Headers in which no token is looked for. */
	otherHeaders: readonly string[];
	looksInBody?: true;
	/** What a call that was taken is answered. */
	answer: unknown;
	/** Settings under which the example starts nothing. */
	quiet: readonly INodeParameters[];
	/** Bodies that cannot be told. */
	unreadable: readonly string[];
	/** How a call is made, where it is not by POST alone. */
	methods?: readonly string[];
	path?: string;
	/** Settings that change where a token is looked for. */
	places?: readonly INodeParameters[];
}

const inQuery = (value: string): Partial<Call> => ({ query: { token: value } });
const inHeader = (name: string) => (value: string) => ({ headers: { [name]: value } });

const examplesOf = (vendor: string) =>
	exampleNamesOf(vendor).map((name) => [name, exampleOf(vendor, name)] as const);

/** A vendor that calls with one event, or a list of them. */
const plain = {
	eventsOf: (body: unknown) => [body].flat() as Event[],
	bodyOf: (events: unknown[]) => (events.length === 1 ? events[0] : events),
	payloadOf: (event: unknown) => event,
};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const noObject = ['', '{"type":', '"text"', '["text"]', nested(5000)];
const amplifyReach = {
	type: 'amplifyReachWebhookApi',
	name: 'AmplifyReach Webhook API',
	headerName: 'X-AmplifyReach-Token',
};

export const doors: readonly Door[] = [
	{
		...plain,
		node: 'amplifyReachTrigger',
		credential: amplifyReach,
		examples: examplesOf('amplifyreach'),
		example: () => exampleOf('amplifyreach', 'contact-information'),
		numbered: (number) => ({ number }),
		bringing: inQuery,
		otherHeaders: ['authorization', 'token', 'x-amplifyreach-token'],
		answer: { ok: true },
		quiet: [{ events: ['transcript'] }, { filters: { emailDomains: 'x.org' } }],
		unreadable: noObject,
	},
	{
		...plain,
		node: 'amplifyReachBotTrigger',
		credential: amplifyReach,
		takesHeader: {},
		examples: [['variables', Buffer.from('{"order":"A-1042","email":"grace@example.com"}')]],
		example: () => Buffer.from('{"order":"A-1042","email":"grace@example.com"}'),
		payloadOf: (body) => ({ method: 'POST', query: {}, body }),
		bringing: inHeader('x-amplifyreach-token'),
		otherHeaders: ['authorization', 'token', 'x-token'],
		answer: { status: 'success' },
		quiet: [],
		unreadable: [nested(5000)],
		methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
		path: '/webhook/id/bot',
	},
	{
		...plain,
		node: 'messangiTrigger',
		credential: {
			type: 'messangiWebhookApi',
			name: 'Messangi Webhook API',
			headerName: 'X-Messangi-Token',
		},
		takesHeader: { authentication: 'header' },
		examples: examplesOf('messangi'),
		example: () => exampleOf('messangi', 'chatbot-interaction-option'),
		numbered: (number) => ({ number, phoneNumber: `57300${1_000_000 + number}` }),
		bringing: inHeader('x-messangi-token'),
		otherHeaders: ['authorization', 'token', 'x-token'],
		answer: { ok: true },
		quiet: [{ events: ['mo'] }, { filters: { labels: 'Other' } }],
		unreadable: noObject,
		places: ['header', 'query', 'headerOrQuery'].map((authentication) => ({ authentication })),
	},
	{
		node: 'swiftsellTrigger',
		credential: { type: 'swiftsellWebhookApi', name: 'Swiftsell Webhook API' },
		examples: examplesOf('swiftsell'),
		example: () => exampleOf('swiftsell', 'message-image'),
		eventsOf: (body) => (body as { events: Event[] }).events,
		bodyOf: (events) => ({ events }),
		payloadOf: (event) => event,
		numbered: (number) => ({ number }),
		bringing: inHeader('token'),
		otherHeaders: ['x-api-key', 'x-token-id', 'xtoken'],
		looksInBody: true,
		answer: token,
		quiet: [{ events: ['status'] }, { filters: { messageBy: ['visitor'] } }],
		unreadable: ['{"events":"x"}', `{"events":[${nested(5000)}]}`],
	},
];

/** A trigger that hears all events. */
export const settingOf = (
	pack: Pack,
	door: Door,
	parameters: INodeParameters = {},
	credential: object = {},
): Setting => ({
	pack,
	node: door.node,
	parameters: { ...(door.methods ? {} : { events: ['*'] }), ...parameters },
	credentials: { [door.credential.type]: { token, ...credential } },
});

/** A call with what it brings, the right token unless given. */
export const callOf = (
	{ bringing, path }: Door,
	body: Buffer | string,
	brought: Partial<Call> = bringing(token),
): Call => ({
	...brought,
	rawBody: Buffer.from(body),
	headers: { 'content-type': 'application/json', ...brought.headers },
	...(path !== undefined && { path }),
});
