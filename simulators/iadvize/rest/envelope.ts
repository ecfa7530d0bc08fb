import type { FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../world';

export interface Envelope {
	meta: { status: 'success' | 'fail' | 'error'; message?: string; filters?: unknown };
	data?: unknown;
	pagination?: Pagination;
}

export interface Pagination {
	page: number;
	pages: number;
	limit: number;
	count: number;
}

/** The vendor's way of saying no: `fail` for what the caller asked, `error` for all else. */
export class RestFailure extends Error {
	constructor(
		readonly status: 'fail' | 'error',
		message: string,
	) {
		super(message);
	}
}

export const unknownId = (resource: string, id: string) =>
	new RestFailure('fail', `Unknown '${resource}' with 'id' ${id}.`);

export const missingField = (name: string) =>
	new RestFailure('fail', `Field '${name}' is missing.`);

export const invalidValue = (name: string) =>
	new RestFailure('fail', `Value of field '${name}' is not valid.`);

/** Turns a function that returns an envelope or throws a RestFailure into a route handler. */
export function envelopeHandler<Request extends FastifyRequest>(
	world: World,
	answer: (request: Request) => Envelope,
) {
	return (request: Request, reply: FastifyReply): FastifyReply => {
		try {
			return reply.send(answer(request));
		} catch (error) {
			if (!(error instanceof RestFailure)) throw error;
			return refuse(world, reply, error);
		}
	};
}

/** Answers with `meta` only, under the HTTP status that the settings say. */
export function refuse(world: World, reply: FastifyReply, failure: RestFailure): FastifyReply {
	const { status, message } = failure;
	return reply.code(world.settings.restFailureStatus).send({ meta: { status, message } });
}
