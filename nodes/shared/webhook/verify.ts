import {
	createHash,
	createHmac,
	timingSafeEqual,
	verify as verifySignature,
	type KeyObject,
} from 'node:crypto';

/** Why a call is not accepted. Goes into the log, never into the answer. */
export type Refusal =
	| 'no-secret'
	| 'no-body'
	| 'no-signature'
	| 'malformed-signature'
	| 'mismatch'
	| 'no-token'
	| 'wrong-token';

/** A value, never an exception: the caller must look at it. `detail` is for the log alone. */
export type Verdict = { genuine: true } | { genuine: false; reason: Refusal; detail?: string };

const genuine: Verdict = { genuine: true };
const refuse = (reason: Refusal): Verdict => ({ genuine: false, reason });

const HEX_OF_SHA256 = /^[0-9a-f]{64}$/i;

interface SignedBody {
	/** The bytes as they came in, never re-serialized JSON. */
	body: Buffer | undefined;
	/** The header as received; a header sent twice arrives joined by a comma and is refused. */
	signature: unknown;
	/** What comes before the digits, such as `sha256=`. */
	prefix: string;
	/**
	 * Keys as UTF-8 text; any of them is valid, so that a key can be replaced. Empty ones do not
	 * count.
	 */
	secrets: readonly string[];
}

/** HMAC-SHA256 over the body as 64 hexadecimal digits. Compares bytes in constant time. */
export function hmacSha256Hex({ body, signature, prefix, secrets }: SignedBody): Verdict {
	const keys = secrets.filter((secret) => secret !== '');
	if (keys.length === 0) return refuse('no-secret');
	if (!Buffer.isBuffer(body)) return refuse('no-body');
	if (typeof signature !== 'string' || signature === '') return refuse('no-signature');
	const digits = signature.slice(prefix.length);
	// Buffer.from stops silently at the first bad digit, so the pattern comes first.
	if (!signature.startsWith(prefix) || !HEX_OF_SHA256.test(digits)) {
		return refuse('malformed-signature');
	}

	const given = Buffer.from(digits, 'hex');
	const matches = keys.some((key) =>
		timingSafeEqual(createHmac('sha256', key).update(body).digest(), given),
	);
	return matches ? genuine : refuse('mismatch');
}

interface RsaSigned {
	/** As in {@link SignedBody}. */
	body: Buffer | undefined;
	/** The header as received: base64 with its padding. */
	signature: unknown;
	/** Public keys, parsed; any of them is valid, so that a key can be rotated. */
	keys: readonly KeyObject[];
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
// A key of 16,384 bits signs with this many characters; nobody uses a longer one.
const MAX_SIGNATURE_CHARACTERS = 2732;

/** SHA256 with RSA (PKCS #1 v1.5) over the body, in base64. */
export function rsaSha256({ body, signature, keys }: RsaSigned): Verdict {
	if (keys.length === 0) return refuse('no-secret');
	if (!Buffer.isBuffer(body)) return refuse('no-body');
	if (typeof signature !== 'string' || signature === '') return refuse('no-signature');
	// Buffer.from skips anything that is not base64, so the pattern comes first.
	if (signature.length > MAX_SIGNATURE_CHARACTERS || !BASE64.test(signature)) {
		return refuse('malformed-signature');
	}
	const given = Buffer.from(signature, 'base64');
	// Another kind of key would prove another scheme, and some kinds throw.
	const matches = keys.some(
		(key) => key.asymmetricKeyType === 'rsa' && verifySignature('sha256', body, key, given),
	);
	return matches ? genuine : refuse('mismatch');
}

interface SharedSecret {
	/** What the caller sent, from a header or the address. */
	given: unknown;
	/** As in {@link SignedBody}. */
	secrets: readonly string[];
}

/** A secret that the caller repeats, for vendors that sign nothing. Constant time, whatever the lengths. */
export function sharedSecret({ given, secrets }: SharedSecret): Verdict {
	const keys = secrets.filter((secret) => secret !== '');
	if (keys.length === 0) return refuse('no-secret');
	if (typeof given !== 'string' || given === '') return refuse('no-signature');

	const digest = (value: string) => createHash('sha256').update(value).digest();
	const matches = keys.some((key) => timingSafeEqual(digest(key), digest(given)));
	return matches ? genuine : refuse('mismatch');
}
