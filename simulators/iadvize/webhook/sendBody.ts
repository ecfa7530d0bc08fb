import { createHash } from 'node:crypto';
import type { TimedReport } from '../../shared/delivery';
import { asStranger } from '../../shared/stranger';
import type { Endpoint, SendBodyOptions } from '../../simulator';
import type { IadvizeSenderOptions } from './deliver';
import { deliver } from './deliver';

/** Delivers a body once; the same body again has the correlation ID of the first time. */
export async function sendBody(
	body: string,
	endpoint: Endpoint,
	{ forged = false }: SendBodyOptions,
	options: IadvizeSenderOptions,
): Promise<TimedReport> {
	const from = forged ? asStranger(endpoint) : endpoint;
	const correlationId = uuidOf(body);
	return await deliver({ endpoint: from, body, correlationId, maxAttempts: 1 }, options);
}

function uuidOf(body: string): string {
	const hex = createHash('sha256').update(body).digest('hex');
	return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
