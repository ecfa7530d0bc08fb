import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyText } from '../../shared/http';
import { dataCentreOf } from '../hosts';
import type { World } from '../world';
import { consentPage, refusalPage } from './page';
import type { Grant } from './tokens';

/** Form of a scope (contract §5.7). */
const SCOPE = /^SalesIQ\.[A-Za-z]+\.(READ|CREATE|UPDATE|DELETE|ALL)$/;

/** An accepted authorisation that waits to be exchanged. */
export interface Authorisation extends Grant {
	readonly redirectUri: string;
	readonly isOffline: boolean;
	readonly hasConsentPrompt: boolean;
}

type Form = Readonly<Record<string, string>>;

/**
 * Serves `/oauth/v2/auth`: a page with an *Accept* button that leads back with a code.
 *
 * The page always asks. Pages of refused requests are not documented; they name the error.
 */
export function serveAuthorise(
	app: FastifyInstance,
	world: World,
	codes: Map<string, Authorisation>,
): void {
	app.get('/oauth/v2/auth', (request, reply) => {
		const query = formOf(new URL(request.url, 'http://localhost').searchParams);
		const error = errorIn(query, world);
		return sendPage(reply, error === undefined ? consentPage(query) : refusalPage(error));
	});

	app.post('/oauth/v2/auth', (request, reply) => {
		const form = formOf(new URLSearchParams(bodyText(request)));
		const error = errorIn(form, world);
		if (error !== undefined) return sendPage(reply, refusalPage(error));
		return reply.redirect(callbackUrl(form, request, codes), 302);
	});
}

function callbackUrl(
	form: Form,
	request: FastifyRequest,
	codes: Map<string, Authorisation>,
): string {
	const url = new URL(form.redirect_uri ?? '');
	if (form.state !== undefined) url.searchParams.set('state', form.state);
	if (form.decision !== 'accept') {
		url.searchParams.set('error', 'access_denied');
		return url.toString();
	}
	const centre = dataCentreOf(request.headers.host ?? '');
	const code = `example-code-${randomUUID()}`;
	codes.set(code, {
		scopes: (form.scope ?? '').split(','),
		redirectUri: form.redirect_uri ?? '',
		isOffline: form.access_type === 'offline',
		hasConsentPrompt: form.prompt === 'consent',
		...(centre && { dataCentre: centre.id }),
	});
	url.searchParams.set('code', code);
	// Zoho adds where the user lives (contract §6).
	url.searchParams.set('location', centre?.id ?? 'us');
	const accounts = centre ? `https://${centre.accounts}` : `http://${request.headers.host ?? ''}`;
	url.searchParams.set('accounts-server', accounts);
	return url.toString();
}

function errorIn(form: Form, { access }: World): string | undefined {
	if (form.client_id !== access.clientId) return 'invalid_client';
	if (form.response_type !== 'code') return 'unsupported_response_type';
	if (!URL.canParse(form.redirect_uri ?? '')) return 'invalid_redirect_uri';
	const scopes = (form.scope ?? '').split(',');
	return scopes.every((scope) => SCOPE.test(scope)) ? undefined : 'invalid_scope';
}

function formOf(parameters: URLSearchParams): Form {
	return Object.fromEntries(parameters);
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
	return reply.type('text/html; charset=utf-8').send(html);
}
