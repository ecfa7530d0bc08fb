import { createPublicKey, createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as choose from '../nodes/shared/webhook/choose';
import type * as keys from '../nodes/ZohoSalesIq/keys';
import type * as source from '../nodes/ZohoSalesIq/source';
import { compare } from './support/compare';

const EVENT = 'conversation.completed';

const dist = path.join(__dirname, '../dist/nodes/ZohoSalesIq');
if (!existsSync(dist)) throw new Error('There is nothing to measure: run "npm run build" first');
// What is shipped: tsx would wrap every inner function in a call of its own.
const load = createRequire(__filename);
const { salesIqSource } = load(path.join(dist, 'source.js')) as typeof source;
const { isChosen } = load(path.join(dist, '../shared/webhook/choose.js')) as typeof choose;
const { keysFrom } = load(path.join(dist, 'keys.js')) as typeof keys;

const example = path.join(__dirname, '../simulators/salesiq/examples/conversation.completed.json');
const entity = JSON.parse(readFileSync(example, 'utf8')) as Record<string, unknown>;
const body = Buffer.from(
	JSON.stringify({
		version: '1',
		event: EVENT,
		event_time: '1566480708268',
		org_id: '14327896',
		attempt: 1,
		entity_type: 'conversation',
		entity_id: entity.id,
		entity,
	}),
);

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const signature = createSign('RSA-SHA256').update(body).sign(privateKey, 'base64');
const prepared = createPublicKey(pem);

const delivery = { body, headers: { 'x-siqsignature': signature }, query: {} };
const choice = { events: [EVENT], filters: {} };

/** What nobody can do without: the signature checked with a key that is prepared, and the JSON. */
function bare(): unknown {
	const isGenuine = createVerify('RSA-SHA256').update(body).verify(prepared, signature, 'base64');
	if (!isGenuine) throw new Error('The bare version refused');
	return JSON.parse(body.toString('utf8'));
}

/** The key comes as text, as n8n stores it: it is parsed once. */
function prove(): void {
	const verdict = salesIqSource.authenticate(delivery, [{ keys: keysFrom([pem]) }]);
	if (!verdict.genuine) throw new Error(`The pack refused: ${verdict.reason}`);
}

function read() {
	prove();
	const reading = salesIqSource.read(delivery);
	if ('unreadable' in reading) throw new Error(reading.unreadable);
	return reading.payloads;
}

function whole(): unknown {
	const told = read().flatMap((payload, index) =>
		payload && isChosen(salesIqSource, payload, choice)
			? [salesIqSource.describe(payload, delivery, index)]
			: [],
	);
	if (told.length !== 1) throw new Error('The pack output no event');
	return told;
}

compare({
	bare: ['verify with a prepared key, JSON.parse', bare],
	prove,
	read,
	whole,
	target: 1.3,
	bytes: body.length,
});
