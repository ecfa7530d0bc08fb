import { createHmac } from 'node:crypto';
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

export const genuine: Readonly<Record<string, string>> = {
	'content-type': 'application/json',
	'x-iadvize-delivery': '5f0c1f9e-7c55-4a7e-9d0c-1b7c6a0f2f11',
	'x-iadvize-signature': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
};

/** Well formed, and of another secret: the dearest to refuse. */
export const forged: Readonly<Record<string, string>> = {
	...genuine,
	'x-iadvize-signature': `sha256=${createHmac('sha256', 'another').update(body).digest('hex')}`,
};

function filled(event: Record<string, unknown>): Buffer {
	const length = () => Buffer.byteLength(JSON.stringify(event));
	for (let i = 0; length() < BYTES - 80; i++) {
		event[`field${i}`] = i % 2 === 0 ? `4c8c7408-f73c-42cd-89e9-${String(i).padStart(12, '0')}` : i;
	}
	event.rest = '';
	event.rest = 'x'.repeat(BYTES - length());
	return Buffer.from(JSON.stringify(event));
}
