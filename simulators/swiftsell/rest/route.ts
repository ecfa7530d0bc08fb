import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { bodyText } from '../../shared/http';
import { parseJson } from '../../shared/json';
import { badRequest, errorBody, SwiftsellError } from '../errors';
import type { Feature, UndocumentedAnswer } from '../settings';
import type { World } from '../world';

/** One request as an operation sees it. */
export interface Call {
	readonly request: FastifyRequest;
	readonly params: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
}

/** What an operation answers: JSON, or what a setting says where the vendor is silent. */
type Answer = object | UndocumentedAnswer;

/** One row of the contract's table. */
export interface Route {
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly path: string;
	/** What the plan must have. */
	readonly feature?: Feature;
	answer(call: Call, world: World): Answer | Promise<Answer>;
}

/** Serves the routes; a refusal is a SwiftsellError that one of them throws. */
export function serveRoutes(app: FastifyInstance, world: World, routes: readonly Route[]): void {
	for (const route of routes) {
		app.route({
			method: route.method,
			url: route.path,
			handler: async (request, reply) => {
				try {
					checkToken(request, world);
					checkPlan(route, world);
					send(reply, await route.answer(callOf(request), world));
				} catch (error) {
					if (!(error instanceof SwiftsellError)) throw error;
					const { failureStatus } = world.settings;
					const status = failureStatus === 'documented' ? error.status : failureStatus;
					void reply.code(status).send(errorBody(error));
				}
			},
		});
	}
	app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain').send('Not Found'));
}

/** The JSON body in the documented form; anything else is a bad request that names the key. */
export function readBody<Body>({ request }: Call, schema: ZodType<Body>): Body {
	const value = parseJson(bodyText(request));
	const result = schema.safeParse(value);
	// As it was sent: a test wants to see further keys, which the parsed copy lacks.
	if (result.success) return value as Body;
	const [issue] = result.error.issues;
	throw badRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
}

function checkToken(request: FastifyRequest, { access }: World): void {
	const { authorization } = request.headers;
	if (authorization === `Bearer ${access.accountToken}`) return;
	throw new SwiftsellError('JWT_SIGNATURE_EXCEPTION');
}

/** What the plan lacks is 401; the vendor lists it under 400 for knowledge bases (contract §5.3). */
function checkPlan({ feature }: Route, { settings }: World): void {
	if (!feature || !settings.missingFeatures.includes(feature)) return;
	const status = feature === 'knowledge-base' ? 400 : 401;
	throw new SwiftsellError('UNAUTHORIZED_FEATURE', undefined, status);
}

function send(reply: FastifyReply, answer: Answer): void {
	if (answer === 'empty') void reply.send();
	else if (answer === 'text') void reply.type('text/plain').send('OK');
	else void reply.send(answer === 'ok' ? { ok: true } : answer);
}

function callOf(request: FastifyRequest): Call {
	return {
		request,
		params: request.params as Record<string, string>,
		query: new URL(request.url, 'http://localhost').searchParams,
	};
}
