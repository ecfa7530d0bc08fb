import type { FastifyInstance, FastifyReply } from 'fastify';
import { SECOND_MS } from '../../shared/clock';
import { bodyText } from '../../shared/http';
import { dataCentreOf } from '../hosts';
import type { World } from '../world';
import type { Authorisation } from './authorise';
import { serveAuthorise } from './authorise';
import type { TokenPair } from './tokens';
import { isSameCentre, TOKEN_LIFETIME_MS } from './tokens';

type Outcome = TokenPair | { readonly error: string; readonly error_description?: string };

/** The words that clients report (contract §6). */
const throttled = {
	error: 'Access Denied',
	error_description: 'You have made too many requests continuously. Please try again later.',
};

/**
 * Serves OAuth 2 (contract §6): the authorise page and the token endpoint.
 *
 * Errors of the token endpoint are not documented: the names are those of OAuth 2 (RFC 6749 §5.2),
 * their HTTP status is a setting.
 */
export function serveOauth(app: FastifyInstance, world: World): { forget(): void } {
	const codes = new Map<string, Authorisation>();
	serveAuthorise(app, world, codes);

	app.post('/oauth/v2/token', (request, reply) => {
		const form = new URLSearchParams(bodyText(request));
		const centre = dataCentreOf(request.headers.host ?? '');
		const outcome = outcomeOf(form, world, codes, centre?.id);
		if ('error' in outcome) return refuse(world, reply, outcome);
		return reply.send({
			access_token: outcome.accessToken,
			...(outcome.refreshToken !== undefined && { refresh_token: outcome.refreshToken }),
			api_domain: centre?.apiDomain ?? 'https://www.zohoapis.com',
			token_type: 'Bearer',
			expires_in: TOKEN_LIFETIME_MS / SECOND_MS,
		});
	});
	return {
		forget: () => {
			codes.clear();
		},
	};
}

function outcomeOf(
	form: URLSearchParams,
	world: World,
	codes: Map<string, Authorisation>,
	dataCentre: string | undefined,
): Outcome {
	const { access } = world;
	// Clients send both in the body (contract §6); whether another way works is not documented.
	if (form.get('client_id') !== access.clientId) return { error: 'invalid_client' };
	if (form.get('client_secret') !== access.clientSecret) return { error: 'invalid_client' };
	switch (form.get('grant_type')) {
		case 'authorization_code':
			return exchange(form, world, codes, dataCentre);
		case 'refresh_token':
			return refresh(form.get('refresh_token') ?? '', world, dataCentre);
		default:
			return { error: 'unsupported_grant_type' };
	}
}

function exchange(
	form: URLSearchParams,
	{ tokens }: World,
	codes: Map<string, Authorisation>,
	dataCentre: string | undefined,
): Outcome {
	const code = form.get('code') ?? '';
	const found = codes.get(code);
	// A code is good once, whatever becomes of it.
	codes.delete(code);
	if (!found || !isSameCentre(found, dataCentre)) return { error: 'invalid_code' };
	if (found.redirectUri !== form.get('redirect_uri')) return { error: 'invalid_redirect_uri' };
	const isFirst = tokens.refreshTokens.length === 0;
	const grant = { scopes: found.scopes, dataCentre };
	const pair = tokens.grant(grant, found.isOffline && (found.hasConsentPrompt || isFirst));
	return 'throttled' in pair ? throttled : pair;
}

function refresh(refreshToken: string, { tokens }: World, dataCentre?: string): Outcome {
	const answer = tokens.refresh(refreshToken, dataCentre);
	if (!answer) return { error: 'invalid_code' };
	// That a refresh brings no new refresh token is assumed: clients keep the one they have.
	return 'throttled' in answer ? throttled : answer;
}

function refuse(world: World, reply: FastifyReply, error: object): FastifyReply {
	return reply.code(world.settings.tokenErrorStatus).send(error);
}
