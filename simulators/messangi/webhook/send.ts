import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SenderOptions, TimedReport } from '../../shared/delivery';
import { createExamples } from '../../shared/examples';
import type { JsonObject } from '../../shared/json';
import { asStranger } from '../../shared/stranger';
import type { Endpoint, SendBodyOptions } from '../../simulator';
import type { World } from '../world';
import type { Delivery } from './deliver';
import { deliver } from './deliver';

const examples = createExamples(join(__dirname, '..', 'examples'));

/** Names of all examples: which of the vendor's three routes, then a variant. */
export const exampleNames = examples.names;

export interface SendOptions {
	/** Send the example file's bytes, old dates and identifiers included. */
	readonly verbatim?: boolean;
	/** Further keys, as the owner types them into the *Body* box of the campaign editor. */
	readonly extra?: JsonObject;
}

/** Delivers an example as its route does (contract §2). */
export async function send(
	event: string,
	endpoint: Endpoint,
	{ verbatim = false, extra = {} }: SendOptions,
	world: World,
	sender: SenderOptions,
): Promise<TimedReport> {
	const bytes = examples.bytesOf(event);
	const body = verbatim ? bytes : JSON.stringify({ ...fresh(bytes, world.clock.now()), ...extra });
	return await deliver({ endpoint, body, ...habitsOf(event, world) }, sender);
}

/** An example as if it happened now, laid out for a person to read. */
export function exampleOf(event: string, { clock }: World): string {
	return JSON.stringify(fresh(examples.bytesOf(event), clock.now()), null, 2);
}

/** Delivers a body as the route of that event does. */
export async function sendBody(
	event: string,
	body: string,
	endpoint: Endpoint,
	{ forged = false }: SendBodyOptions,
	world: World,
	sender: SenderOptions,
): Promise<TimedReport> {
	const from = forged ? asStranger(endpoint) : endpoint;
	return await deliver({ endpoint: from, body, ...habitsOf(event, world) }, sender);
}

/** MO must be answered with 200 itself; for the others any success will do. */
function habitsOf(event: string, world: World): Partial<Delivery> {
	const { access, settings } = world;
	const isCallback = /^m[ot]-/.test(event);
	return {
		headerName: access.headerName,
		secretIn: isCallback ? settings.callbackSecret : 'header',
		...(event.startsWith('mo-') && { isSuccess: (status: number) => status === 200 }),
	};
}

/** An example as if it happened now; each route spells dates in its own way (contract §4). */
function fresh(bytes: Buffer, nowMs: number): JsonObject {
	const example = JSON.parse(bytes.toString('utf8')) as JsonObject;
	const now = new Date(nowMs).toISOString();
	return {
		...example,
		...('date' in example && { date: 'campaignId' in example ? now : now.replace(/\.\d+/, '') }),
		...('id' in example && { id: randomUUID() }),
		...('timestamp' in example && { timestamp: nowMs }),
	};
}
