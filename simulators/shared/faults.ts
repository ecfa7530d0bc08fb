import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { ReceivedRequest } from './requests';

/** Something that goes wrong on the vendor's side, for the next few requests that match. */
export interface Fault {
	/** Any method unless given. */
	readonly method?: string;
	/** Any path unless given; a text may contain `*`. */
	readonly path?: string | RegExp;
	/** For how many requests; one unless given. */
	readonly times?: number;
	/** Real milliseconds to wait first, whatever the simulator's clock says: the client waits too. */
	readonly delayMs?: number;
	/** Close the connection without an answer. */
	readonly drop?: boolean;
	/** Do first what was asked: only the answer comes late, gets lost or is another one. */
	readonly late?: boolean;
	/** Answer this instead of the vendor's answer. A body that is no text is sent as JSON. */
	readonly answer?: {
		readonly status: number;
		readonly body?: unknown;
		readonly headers?: Readonly<Record<string, string>>;
	};
}

export interface Faults {
	add(fault: Fault): void;
	clear(): void;
	/** Applies the first fault that matches; afterwards `reply.sent` tells whether it is dealt with. */
	apply(request: ReceivedRequest, reply: FastifyReply): Promise<void>;
	/** Lets a late fault have its way with the answer: gives what is sent in the end. */
	applyLate(reply: FastifyReply, payload: unknown): Promise<unknown>;
	/** Clears the faults and ends delays under way. */
	stop(): void;
}

export function createFaults(): Faults {
	const pending: { fault: Fault; left: number }[] = [];
	const late = new WeakMap<FastifyReply, Fault>();
	const stopping = new AbortController();

	const take = (request: ReceivedRequest): Fault | undefined => {
		const index = pending.findIndex(({ fault }) => matches(fault, request));
		const entry = pending[index];
		if (!entry) return undefined;
		entry.left -= 1;
		if (entry.left <= 0) pending.splice(index, 1);
		return entry.fault;
	};
	const clear = () => {
		pending.length = 0;
	};

	return {
		clear,
		add: (fault) => {
			pending.push({ fault, left: fault.times ?? 1 });
		},
		apply: async (request, reply) => {
			const fault = take(request);
			if (fault?.late) late.set(reply, fault);
			else if (fault) await carryOut(fault, reply, stopping.signal);
		},
		applyLate: async (reply, payload) => {
			const fault = late.get(reply);
			return fault ? await spoil(fault, reply, payload, stopping.signal) : payload;
		},
		stop: () => {
			clear();
			stopping.abort();
		},
	};
}

function matches(fault: Fault, request: ReceivedRequest): boolean {
	if (fault.method !== undefined && fault.method.toUpperCase() !== request.method) return false;
	if (fault.path === undefined) return true;
	if (typeof fault.path !== 'string') return fault.path.test(request.path);
	const parts = fault.path.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`).test(request.path);
}

async function carryOut(fault: Fault, reply: FastifyReply, signal: AbortSignal): Promise<void> {
	await delay(fault, signal);
	if (fault.drop) {
		reply.hijack();
		reply.raw.destroy();
		return;
	}
	if (fault.answer) {
		const { status, body = '', headers = {} } = fault.answer;
		await reply.code(status).headers(headers).send(body);
	}
}

async function spoil(
	fault: Fault,
	reply: FastifyReply,
	payload: unknown,
	signal: AbortSignal,
): Promise<unknown> {
	await delay(fault, signal);
	if (fault.drop) reply.raw.destroy();
	if (!fault.answer) return payload;
	const { status, body = '', headers = {} } = fault.answer;
	const isText = typeof body === 'string';
	// Its length was that of the vendor's answer.
	reply.removeHeader('content-length');
	reply
		.code(status)
		.type(isText ? 'text/plain' : 'application/json')
		.headers(headers);
	return isText ? body : JSON.stringify(body);
}

async function delay({ delayMs }: Fault, signal: AbortSignal): Promise<void> {
	if (delayMs === undefined) return;
	await wait(delayMs, undefined, { signal }).catch(() => undefined);
}
