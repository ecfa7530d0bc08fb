import type { INodeParameters } from 'n8n-workflow';
import type { Call } from './run';
import type { Target } from './targets';
import { exampleNamesOf, exampleOf } from './vendorExamples';

export const token = 'ExampleWebhookToken0123456789abcdef';
export const previousToken = 'PreviousWebhookToken0123456789abcd';

export type Event = Record<string, unknown>;

/** A trigger that believes whoever brings the token of its credential, with what is its own. */
export interface Door {
	node: string;
	credential: { type: string; name: string; headerName?: string };
	/** A header of the credential's choice is looked at, in this setting of the node. */
	takesHeader?: INodeParameters;
	/** Bodies that the vendor prints. */
	examples: readonly (readonly [name: string, body: Buffer])[];
	example: () => Buffer;
	/** The events of a body, and the bodies that hold one, or several. */
	eventsOf: (body: unknown) => Event[];
	bodyOf: (event: unknown) => unknown;
	listOf: (events: unknown[]) => unknown;
	/** What an item has of an event as its payload. */
	payloadOf: (event: unknown) => unknown;
	/** What tells an event apart from the others of a list; none where a call is one event. */
	numbered?: (number: number) => Event;
	/** How a call brings a token. */
	bringing: (value: string) => Pick<Call, 'headers' | 'query'>;
	/** Headers in which no token is looked for. */
	otherHeaders: readonly string[];
	looksInBody?: true;
	/** What a call that was taken is answered. */
	answer: unknown;
	/** Settings under which the example starts nothing. */
	quiet: readonly INodeParameters[];
	/** Bodies that cannot be told. */
	unreadable: readonly string[];
	/** Settings in which all that comes is told. */
	parameters: INodeParameters;
	/** How a call is made, where it is not by POST alone. */
	methods?: readonly string[];
	path?: string;
	/** Settings that change where a token is looked for. */
	places?: readonly INodeParameters[];
}

export const inQuery = (value: string) => ({ query: { token: value } });
export const inHeader = (name: string) => (value: string) => ({ headers: { [name]: value } });

export const examplesOf = (vendor: string) =>
	exampleNamesOf(vendor).map((name) => [name, exampleOf(vendor, name)] as const);

export const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** A vendor that calls with one event, or a list of them. */
export const oneOrList = {
	eventsOf: (body: unknown) => [body].flat() as Event[],
	bodyOf: (event: unknown) => event,
	listOf: (events: unknown[]) => events,
	payloadOf: (event: unknown) => event,
	unreadable: ['', '{"type":', '"text"', '["text"]', nested(5000)],
};

/** The same trigger as strangers find it. */
export const targetOf = ({ node, parameters, credential, examples, ...door }: Door): Target => ({
	node,
	parameters,
	credentials: { [credential.type]: { token, previousToken } },
	secrets: [token, previousToken],
	examples: examples.flatMap(([, body]) => door.eventsOf(JSON.parse(body.toString()))),
	listOf: door.listOf,
	proved(call) {
		const { headers, query } = door.bringing(token);
		return {
			...call,
			headers: { ...call.headers, ...headers },
			query: { ...call.query, ...query },
		};
	},
});
