import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SalesIqError, errorBody } from '../errors';
import type { World } from '../world';
import { authenticate, checkOrgToken } from './auth';

/** One request as an operation sees it. */
export interface Call {
	readonly request: FastifyRequest;
	readonly query: Readonly<Record<string, string>>;
	readonly params: Readonly<Record<string, string>>;
	/** Path as sent, as the answer's `url` repeats it. */
	readonly path: string;
}

/** What an operation answers; `undocumented` is a success of which the vendor prints nothing. */
export type Answer =
	| { readonly object: string; readonly data?: unknown; readonly more?: Record<string, unknown> }
	| { readonly undocumented: string };

/** One row of the contract's table. */
export interface Route {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the API's base, such as `/webhooks/:id`. */
	readonly path: string;
	/** `SalesIQ.` is left out; `org` wants the Org token instead. */
	readonly scope: string;
	answer(call: Call, world: World): Answer | Promise<Answer>;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

/** Serves the routes below `base`; another method on their paths is error 1004. */
export function serveRoutes(
	app: FastifyInstance,
	world: World,
	base: string,
	routes: readonly Route[],
): void {
	for (const route of routes) {
		app.route({
			method: route.method,
			url: base + route.path,
			handler: handlerOf(world, async (request) => {
				if (route.scope === 'org') checkOrgToken(request, world);
				else authenticate(request, world, route.scope);
				return await route.answer(callOf(request), world);
			}),
		});
	}
	for (const path of new Set(routes.map((route) => route.path))) {
		const known = routes.filter((route) => route.path === path).map(({ method }) => method);
		app.route({
			method: METHODS.filter((method) => !(known as string[]).includes(method)),
			url: base + path,
			handler: handlerOf(world, () => {
				throw new SalesIqError(1004);
			}),
		});
	}
}

/** Turns a function that answers or throws a SalesIqError into a handler (contract §5.2). */
export function handlerOf(
	world: World,
	answerTo: (request: FastifyRequest) => Answer | Promise<Answer>,
) {
	return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
		try {
			send(world, reply, callOf(request).path, await answerTo(request));
		} catch (error) {
			if (!(error instanceof SalesIqError)) throw error;
			const { errorStatus, invalidTokenStatus } = world.settings;
			void reply
				.code(error.code === 1008 ? invalidTokenStatus : errorStatus)
				.send(errorBody(error.code, error.detail));
		}
	};
}

function send(world: World, reply: FastifyReply, url: string, answer: Answer): void {
	if ('undocumented' in answer) {
		if (world.settings.undocumentedAnswer === 'empty') void reply.code(204).send();
		else void reply.send({ url, object: answer.undocumented });
		return;
	}
	const { object, data, more } = answer;
	const isSynced = object === 'list' || object === 'webhook';
	const envelope = { url, object, data, ...more, ...(isSynced && { sync_time: world.nowText() }) };
	const text = JSON.stringify(envelope);
	void reply
		.type('application/json; charset=utf-8')
		.send(world.settings.bareIds ? withBareIds(text) : text);
}

/** Takes the quotes off identifiers that JSON's numbers cannot hold. */
function withBareIds(json: string): string {
	return json.replace(/(?<=[:,[])"(\d{16,})"/g, '$1');
}

function callOf(request: FastifyRequest): Call {
	const url = new URL(request.url, 'http://localhost');
	return {
		request,
		query: Object.fromEntries(url.searchParams),
		params: request.params as Record<string, string>,
		path: url.pathname,
	};
}
