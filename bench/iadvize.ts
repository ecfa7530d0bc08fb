import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as source from '../nodes/Iadvize/source';
import type * as choose from '../nodes/shared/webhook/choose';
import { compare } from './support/compare';
import { EVENT, genuine, SECRET } from './support/delivery';

const dist = path.join(__dirname, '../dist/nodes/Iadvize');
if (!existsSync(dist)) throw new Error('There is nothing to measure: run "npm run build" first');
// What is shipped: tsx would wrap every inner function in a call of its own.
const load = createRequire(__filename);
const { iadvizeSource } = load(path.join(dist, 'source.js')) as typeof source;
const { isChosen } = load(path.join(dist, '../shared/webhook/choose.js')) as typeof choose;

const { body, headers } = genuine;
const delivery = { body, headers, query: {} };
const secrets = [SECRET];
const choice = { events: [EVENT], filters: {} };

/** What nobody can do without: the HMAC over the bytes, compared in constant time, and the JSON. */
function bare(): unknown {
	const digest = createHmac('sha256', SECRET).update(body).digest();
	const given = Buffer.from((headers['x-iadvize-signature'] ?? '').slice(7), 'hex');
	if (!timingSafeEqual(digest, given)) throw new Error('The bare version refused');
	return JSON.parse(body.toString('utf8'));
}

function prove(): void {
	const verdict = iadvizeSource.authenticate(delivery, secrets);
	if (!verdict.genuine) throw new Error(`The pack refused: ${verdict.reason}`);
}

function read() {
	prove();
	const reading = iadvizeSource.read(delivery);
	if ('unreadable' in reading) throw new Error(reading.unreadable);
	return reading.payloads;
}

/** As `receive` does it. */
function whole(): unknown {
	const told = read().flatMap((payload, index) =>
		payload && isChosen(iadvizeSource, payload, choice)
			? [iadvizeSource.describe(payload, delivery, index)]
			: [],
	);
	if (told.length !== 1) throw new Error('The pack output no event');
	return told;
}

compare({
	bare: ['createHmac, timingSafeEqual, JSON.parse', bare],
	prove,
	read,
	whole,
	target: 1.5,
	bytes: body.length,
});
