import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import type { Call } from '../support/run';
import { proofHeaders, targets, type Target } from '../support/targets';
import { hostileBody, hostileText } from './bodies';

/** A call and whether whoever made it could prove it. */
export interface HostileCall {
	target: Target;
	isProved: boolean;
	call: Call;
}

const FORM = 'application/x-www-form-urlencoded';
const CONTENT_TYPES = ['application/json', FORM, 'text/plain', ''];

/** Where triggers look for a proof. Whatever stands here in a forged call is near a secret, never one. */
const PROOFS = ['authorization', 'token', 'x-token', ...proofHeaders];

/** What a log line could be made of. A secret may stand in each of them, as name or as value. */
const PLACES = [
	'x-iadvize-delivery',
	'x-iadvize-correlationid',
	'user-agent',
	'cookie',
	'referer',
	'x-other',
];

const forger = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;

/** Proofs that do not fit: cut, doubled, of another key or of other bytes. */
function nearProofs(secrets: readonly string[], body: Buffer): string[] {
	const other = Buffer.concat([body, Buffer.from(' ')]);
	const digest = (key: string, bytes: Buffer) =>
		`sha256=${createHmac('sha256', key).update(bytes).digest('hex')}`;
	return [
		'',
		'Bearer',
		'x'.repeat(5000),
		...secrets.flatMap((secret) => [
			secret.slice(1),
			`${secret}, ${secret}`,
			`Bearer ${secret}x`,
			secret.toUpperCase(),
			digest(secret, other),
			digest(secret, body).slice(0, -1),
		]),
		digest('', body),
		digest('another secret', body),
		sign('sha256', body, forger).toString('base64'),
	];
}

/** Most of what looks like a form says that it is one. */
const isForm = (body = Buffer.alloc(0)) => /^[^[{"]*&/.test(body.subarray(0, 99).toString());

/** Any call to a trigger. The same for the same seed. */
const callTo = (target: Target): fc.Arbitrary<HostileCall> => {
	const words = [...target.secrets, ...target.secrets.map((secret) => `Bearer ${secret}`)];
	const text = hostileText(words);
	// A proof has a place of its own; elsewhere a name may be anything else.
	const name = fc
		.oneof(fc.constantFrom(...PLACES, ...target.secrets.map((one) => one.toLowerCase())), text)
		.filter((one) => !/token$|^authorization$/i.test(one) && !PROOFS.includes(one.toLowerCase()));
	const headerName = name.map((one) => one.toLowerCase());
	return fc
		.record({
			rawBody: hostileBody(target, words),
			type: fc.constantFrom(...CONTENT_TYPES),
			headers: fc.dictionary(headerName, text, { maxKeys: 4 }),
			query: fc.dictionary(name, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 4 }),
			proof: fc.tuple(fc.constantFrom(...PROOFS), fc.nat()),
			isInQuery: fc.boolean(),
			isProved: fc.nat(3).map((one) => one === 0),
			method: fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'PATCH'),
			path: fc.oneof(fc.constantFrom('/webhook/id/bot', '/webhook/id/bot/respond'), text),
		})
		.map(
			({ rawBody, type, headers, query, proof: [place, which], isInQuery, isProved, ...rest }) => {
				const near = nearProofs(target.secrets, rawBody ?? Buffer.alloc(0));
				const given = near[which % near.length] ?? '';
				const call: Call = {
					...rest,
					...(rawBody && { rawBody }),
					headers: { ...headers, 'content-type': isForm(rawBody) ? FORM : type, [place]: given },
					query: { ...query, ...(isInQuery && { token: which % 2 ? given : [...target.secrets] }) },
				};
				if (!isProved) return { target, isProved, call };
				return { target, isProved, call: target.proved({ ...call, query }) };
			},
		);
};

export const hostileCalls = fc.oneof(...targets.map(callTo));
