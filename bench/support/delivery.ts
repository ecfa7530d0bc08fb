import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const EXAMPLE = path.join(
	__dirname,
	'../../simulators/iadvize/examples/v2.conversation.closed.json',
);
const BYTES = 1024;

export const EVENT = 'v2.conversation.closed';
export const SECRET = 'secret-token-of-the-benchmark';

/**
 * iAdvize's own example, filled up to 1 KB with more of what it has: texts of 36 characters and
 * numbers. One long text would make 1 KB look cheaper to read than it is.
 */
export const body = filled(JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, unknown>);

/** A call as it goes over the wire. */
export interface Call {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

const call = (bytes: Buffer, secret: string): Call => ({
	headers: {
		'content-type': 'application/json',
		'x-iadvize-delivery': randomUUID(),
		'x-iadvize-signature': `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`,
	},
	body: bytes,
});

/** The same call each time, as a vendor repeats it. */
export const genuine = call(body, SECRET);

/** Well formed, and of another secret: the dearest to refuse. */
export const forged = call(body, 'another');

const { eventId } = JSON.parse(body.toString()) as { eventId: string };

/** A genuine call that was never made before: the trigger takes each event once. */
export const another = () =>
	call(Buffer.from(body.toString().replace(eventId, randomUUID())), SECRET);

function filled(event: Record<string, unknown>): Buffer {
	const length = () => Buffer.byteLength(JSON.stringify(event));
	for (let i = 0; length() < BYTES - 80; i++) {
		event[`field${i}`] = i % 2 === 0 ? `4c8c7408-f73c-42cd-89e9-${String(i).padStart(12, '0')}` : i;
	}
	event.rest = '';
	event.rest = 'x'.repeat(BYTES - length());
	return Buffer.from(JSON.stringify(event));
}
