import type { IWebhookFunctions } from 'n8n-workflow';
import { isObject } from '../shared/fields';
import { isForm } from '../shared/webhook/readObjects';
import type { Delivery } from '../shared/webhook/source';
import { sharedSecret, type Verdict } from '../shared/webhook/verify';

/** Where to look for the token: Swiftsell documents that it is sent, but not where. */
export interface TokenPlace {
	where: 'anywhere' | 'header' | 'query' | 'body';
	/** For `header`: its name, in any case. */
	headerName: string;
}

/** As the user set it. */
export function tokenPlaceOf(context: IWebhookFunctions): TokenPlace {
	const where = context.getNodeParameter('tokenLocation') as TokenPlace['where'];
	const headerName = where === 'header' ? (context.getNodeParameter('headerName') as string) : '';
	return { where, headerName };
}

const HEADER_OF_TOKEN = /^(?:token|x-(?:[a-z0-9]+-)*token)$/;
const MAX_CHARACTERS = 1024;

/** Whether a call has one of the secrets. Each candidate is compared in constant time. */
export function tokenVerdict(
	place: TokenPlace,
	delivery: Delivery,
	secrets: readonly string[],
): Verdict {
	const outside = verdictOf(outsideBody(place, delivery), secrets);
	// A batch may be megabytes long, and nothing is learned from it once a token matches.
	if (outside.genuine || !isIn(place, 'body')) return outside;
	const inside = verdictOf([tokenInBody(delivery)], secrets);
	return inside.genuine || outside.reason === 'no-signature' ? inside : outside;
}

function verdictOf(candidates: readonly unknown[], secrets: readonly string[]): Verdict {
	const verdicts = candidates
		.filter((given) => typeof given === 'string' && given.length <= MAX_CHARACTERS)
		.map((given) => sharedSecret({ given, secrets }));
	const none = sharedSecret({ given: undefined, secrets });
	return verdicts.find(({ genuine }) => genuine) ?? verdicts[0] ?? none;
}

/** The secret that a genuine call brought: the only one that it may get back. */
export function tokenBrought(
	place: TokenPlace,
	delivery: Delivery,
	secrets: readonly string[],
): string | undefined {
	return secrets.find((secret) => tokenVerdict(place, delivery, [secret]).genuine);
}

const isIn = ({ where }: TokenPlace, one: TokenPlace['where']) =>
	where === 'anywhere' || where === one;

function outsideBody(place: TokenPlace, delivery: Delivery): unknown[] {
	const wanted = place.headerName.trim().toLowerCase();
	const isPlace = (name: string) =>
		place.where === 'header'
			? name === wanted
			: name === 'authorization' || HEADER_OF_TOKEN.test(name);
	return [
		...(isIn(place, 'header') ? headerValues(delivery, isPlace) : []),
		// Given twice it is a list, and a list is not a candidate.
		...(isIn(place, 'query') ? [delivery.query.token] : []),
	];
}

function headerValues({ headers }: Delivery, isPlace: (name: string) => boolean): string[] {
	return Object.entries(headers).flatMap(([name, value]) => {
		if (typeof value !== 'string' || !isPlace(name)) return [];
		const bearer = /^Bearer\s+(\S+)$/i.exec(value)?.[1];
		return name === 'authorization' && bearer !== undefined ? [value, bearer] : [value];
	});
}

// Before anything is proved, no more is read than this. Nothing that Swiftsell documents has its
// token in the body, so a larger batch must carry it elsewhere.
const MAX_JSON_BYTES = 1024 * 1024;
const MAX_FORM_BYTES = 64 * 1024;
const MAX_FORM_FIELDS = 1000;

/** The field `token` of a JSON object or a form, if it is small. */
function tokenInBody({ body, headers }: Delivery): unknown {
	if (body.length > MAX_JSON_BYTES) return undefined;
	try {
		const value: unknown = JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''));
		return isObject(value) ? value.token : undefined;
	} catch {
		return isForm({ headers }) && body.length <= MAX_FORM_BYTES ? tokenInForm(body) : undefined;
	}
}

function tokenInForm(body: Buffer): unknown {
	const form = new URLSearchParams(body.toString('utf8'));
	const values = form.getAll('token');
	return values.length === 1 && form.size <= MAX_FORM_FIELDS ? values[0] : undefined;
}
