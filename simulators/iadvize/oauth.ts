import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SECOND_MS } from '../shared/clock';
import { bodyText } from '../shared/http';
import { createLoginLimits } from './logins';
import { bearerToken, TOKEN_LIFETIME_MS } from './tokens';
import type { World } from './world';

/** Serves `POST /oauth2/token` and `GET /_authenticated` (contract §7). */
export function serveOauth(app: FastifyInstance, world: World): { forgetLogins(): void } {
	let mayLogIn = createLoginLimits(world.clock);

	app.post('/oauth2/token', (request, reply) => {
		const form = new URLSearchParams(bodyText(request));
		const user = form.get('username') ?? '';
		// Bodies of refused logins are not documented: those of OAuth 2 (RFC 6749 §5.2) stand in.
		if (!isForm(request)) return refuse(reply, 400, 'invalid_request');
		if (!mayLogIn(user, request.ip)) return refuse(reply, 429, 'too_many_requests');
		if (form.get('grant_type') !== 'password') return refuse(reply, 400, 'unsupported_grant_type');
		if (user !== world.access.email || form.get('password') !== world.access.password) {
			return refuse(reply, 400, 'invalid_grant');
		}
		return reply.send({
			access_token: world.tokens.issue(),
			expires_in: TOKEN_LIFETIME_MS / SECOND_MS,
			token_type: 'Bearer',
			refresh_token: 'none',
		});
	});

	app.get('/_authenticated', (request, reply) =>
		hasValidToken(world, request) ? reply.send({ authenticated: true }) : refuseToken(world, reply),
	);

	return {
		forgetLogins: () => {
			mayLogIn = createLoginLimits(world.clock);
		},
	};
}

export function hasValidToken(world: World, request: FastifyRequest): boolean {
	return world.tokens.isValid(bearerToken(request.headers.authorization));
}

/** The vendor's answer to a wrong or expired token; its HTTP status is a setting. */
export function refuseToken(world: World, reply: FastifyReply): FastifyReply {
	return reply
		.code(world.settings.invalidTokenStatus)
		.send({ error_description: 'access token not valid', error: 'invalid_token' });
}

function isForm(request: FastifyRequest): boolean {
	return /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
}

function refuse(reply: FastifyReply, status: number, error: string): FastifyReply {
	return reply.code(status).send({ error });
}
