import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodType, ZodTypeDef } from 'zod';
import { createBox, type Box } from '../shared/box';
import { bodyText } from '../shared/http';
import { parseJson } from '../shared/json';

/** What n8n saves so that its own node can call a system: name, type and values of a credential. */
export interface Login {
	readonly name: string;
	readonly type: string;
	readonly data: Readonly<Record<string, unknown>>;
}

/** A system that templates call, in a box. */
export interface FarSide extends Pick<Box, 'faults' | 'stop'> {
	/** Its host name in the world. */
	readonly host: string;
	/** Plain HTTP address on the loopback interface, without a trailing slash. */
	readonly url: string;
	/** Everything that came in, oldest first. */
	readonly requests: readonly Box['requests'][number][];
	/** While set, every call is answered with this status, in the system's error form. */
	failure: number | undefined;
	/** Everything as at the start: requests, faults, failure and records. */
	reset(): void;
}

interface SideOptions {
	readonly host: string;
	/** What the system says with a status for which there is nothing particular to say. */
	readonly errorBody: (status: number) => object;
	/** Refuses a caller, on every path; anybody may call unless given. */
	readonly authorize?: (request: FastifyRequest) => Refusal | undefined;
	readonly serve: (app: FastifyInstance) => void;
	/** Forgets the records. */
	readonly reset: () => void;
}

/** A system's way of saying no, thrown by whatever serves a request. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: object,
	) {
		super(`Refused with ${status}`);
	}
}

/** Starts a far side; a path that it does not serve is a 404 in its error form. */
export async function startSide(options: SideOptions): Promise<FarSide> {
	const { host, errorBody, authorize, serve } = options;
	const box = createBox({});
	const { app, requests, faults } = box;
	const refuse = (status: number) => new Refusal(status, errorBody(status));
	app.setErrorHandler<FastifyError>((error, _request, reply) => {
		const { status, body } = error instanceof Refusal ? error : refuse(error.statusCode ?? 500);
		void reply.code(status).send(body);
	});
	app.addHook('preHandler', (request, _reply, done) => {
		done(side.failure === undefined ? authorize?.(request) : refuse(side.failure));
	});
	serve(app);
	app.setNotFoundHandler(() => {
		throw refuse(404);
	});
	const side: FarSide = {
		host,
		requests,
		faults,
		failure: undefined,
		url: await box.open(),
		reset: () => {
			side.failure = undefined;
			box.forget();
			options.reset();
		},
		stop: () => box.stop(),
	};
	return side;
}

/**
 * The JSON body in the form that a system takes.
 *
 * @param refuse makes the refusal of anything else; gets where it is wrong, and why
 */
export function readBody<Body>(
	request: FastifyRequest,
	schema: ZodType<Body, ZodTypeDef, unknown>,
	refuse: (path: string, message: string) => Refusal,
): Body {
	const result = schema.safeParse(parseJson(bodyText(request)));
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw refuse(issue?.path.join('.') ?? '', issue?.message ?? 'not valid');
}

/** Decoded parameters; one that is repeated has several values. */
export const queryOf = ({ url }: FastifyRequest) => new URL(url, 'http://localhost').searchParams;
