import { bodyBytes, bodyText } from '../../shared/http';
import { badKey, SalesIqError } from '../errors';
import type { Call } from './route';

/** A JSON body, as yet unchecked. */
export type Body = Readonly<Record<string, unknown>>;

/** The body of a request that takes JSON; another content type is error 1054 (contract §5.2). */
export function readJson({ request }: Call): Body {
	if (bodyBytes(request).length === 0) throw new SalesIqError(1015);
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
		throw new SalesIqError(1054, { header: 'Content-Type' });
	}
	const value = parse(bodyText(request));
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new SalesIqError(1015);
	}
	return value as Body;
}

/** A text that must be there; absent or empty is 1015, of another type 1007. */
export function textIn(body: Body, key: string): string {
	const text = optionalText(body, key);
	if (text === undefined || text === '') throw badKey(key);
	return text;
}

export function optionalText(body: Body, key: string): string | undefined {
	const value = body[key];
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') throw badKey(key, 1007);
	return value;
}

/** A list of texts that must be there and hold something. */
export function textsIn(body: Body, key: string): string[] {
	const texts = optionalTexts(body, key);
	if (!texts || texts.length === 0) throw badKey(key);
	return texts;
}

export function optionalTexts(body: Body, key: string): string[] | undefined {
	const value = body[key];
	if (value === undefined || value === null) return undefined;
	if (!Array.isArray(value)) throw badKey(key, 1007);
	return value.map((entry: unknown, index) => {
		if (typeof entry !== 'string') throw badKey(`${key}[${index}]`, 1007);
		return entry;
	});
}

/** A flag that the vendor keeps as text; a real boolean is taken too. */
export function flagIn(body: Body, key: string): string | undefined {
	const value = body[key];
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'boolean') return String(value);
	if (value === 'true' || value === 'false') return value;
	throw badKey(key, 1007);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new SalesIqError(1015);
	}
}
