import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyText } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import { isObject, parseJson } from '../../shared/json';
import { badRequest, errorBody, MessangiError } from '../errors';
import type { World } from '../world';

/** One request as an operation sees it. */
export interface Call {
	readonly params: Readonly<Record<string, string>>;
	/** The JSON body; an empty object where there is none. */
	readonly body: JsonObject;
}

/** What an operation answers: 200 unless it says otherwise. */
export interface Answer {
	readonly status?: number;
	/** Sent as JSON; nothing where it is absent. */
	readonly body?: object;
	readonly headers?: Readonly<Record<string, string>>;
}

/** One row of the contract's table. */
export interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	/** Log-in is the one operation without a key. */
	readonly isOpen?: true;
	answer(call: Call, world: World): Answer;
}

/** Serves the routes; a refusal is a MessangiError that one of them throws. */
export function serveRoutes(app: FastifyInstance, world: World, routes: readonly Route[]): void {
	for (const route of routes) {
		app.route({
			method: route.method,
			url: route.path,
			handler: (request, reply) =>
				respond(world, reply, () => {
					if (!route.isOpen) authenticate(request, world);
					return route.answer(callOf(request), world);
				}),
		});
	}
	app.setNotFoundHandler((_request, reply) =>
		respond(world, reply, () => {
			throw new MessangiError(404, 'Not found');
		}),
	);
}

function respond(world: World, reply: FastifyReply, answerOf: () => Answer): FastifyReply {
	try {
		const { status = 200, body, headers = {} } = answerOf();
		return send(reply.code(status).headers(headers), body);
	} catch (error) {
		if (!(error instanceof MessangiError)) throw error;
		return send(reply.code(error.status), errorBody(world, error.message));
	}
}

function send(reply: FastifyReply, body: object | undefined): FastifyReply {
	return body === undefined ? reply.send() : reply.send(body);
}

/** `Authorization: Bearer <key>`, of the account or by log-in (contract §5.1). */
function authenticate(request: FastifyRequest, { access, keys }: World): void {
	const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
	const isAccountKey = key === access.apiKey && access.keyStatus === 'Active';
	if (isAccountKey || (key !== access.apiKey && keys.isValid(key))) return;
	throw new MessangiError(401, 'Invalid or expired API key');
}

function callOf(request: FastifyRequest): Call {
	const text = bodyText(request);
	const body = text === '' ? {} : parseJson(text);
	if (!isObject(body)) throw badRequest('The body is not a JSON object');
	return { params: request.params as Record<string, string>, body };
}
