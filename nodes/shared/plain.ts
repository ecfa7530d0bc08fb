import { isObject } from './fields';

/**
 * What the common event may contain. Most of it was written by a visitor, and workflows put it into
 * recipients, addresses, pages and tables; so anything that could be more than it seems is removed
 * here, once for every vendor. What the vendor sent stays in `payload`.
 */

/** Characters that reverse the writing direction, or are invisible. */
const INVISIBLE = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

const MAX_LINE = 5000;

/** A text in one line of at most 5,000 characters, without control characters; null when nothing is left. */
export function plainLine(text: string): string | null {
	const line = text.replace(INVISIBLE, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
	return line.trim().slice(0, MAX_LINE) || null;
}

/** A text whose only control characters are line feeds and tabs. */
export function plainText(text: string): string | null {
	const lines = text
		.replace(INVISIBLE, '')
		.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '');
	return lines === '' ? null : lines;
}

const MAX_NAME = 200;

/** A name: one line of at most 200 characters that opens no tag and no address in angle brackets. */
export const plainName = (text: string): string | null =>
	plainLine(text.replace(/[<>]/g, ' '))?.slice(0, MAX_NAME) ?? null;

const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;

/** Nothing that separates addresses, or means something in a path, a query, markup or a formula. */
const LOCAL_PART = /^\w[\w'+-]*(?:\.[\w'+-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** A label of a domain in any script; `URL` writes it in ASCII, as mail servers do. */
const INTERNATIONAL = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * Exactly one email address (RFC 5321: 64 characters before the sign, 254 in all), its domain in
 * lower case and in ASCII; null for a list, for an address with a name, and for one with characters
 * that mail allows and an address, a page or a table does not.
 */
export function plainEmail(text: string): string | null {
	const address = text.trim();
	if (address.length > MAX_ADDRESS) return null;
	const at = address.lastIndexOf('@');
	const localPart = address.slice(0, at);
	if (at < 1 || localPart.length > MAX_LOCAL_PART || !LOCAL_PART.test(localPart)) return null;
	const domain = asciiOf(address.slice(at + 1));
	if (!DOMAIN.test(domain)) return null;
	const email = `${localPart}@${domain}`;
	return email.length > MAX_ADDRESS ? null : email;
}

function asciiOf(domain: string): string {
	if (!INTERNATIONAL.test(domain) || !URL.canParse(`http://${domain}`)) return '';
	return new URL(`http://${domain}`).hostname;
}

const PHONE = /^\+?[\d() -]{1,40}$/;

/** A phone number as it is dialled: digits and `+ - ( )` and blanks; null for anything else. */
export function plainPhone(text: string): string | null {
	const number = text.trim();
	return PHONE.test(number) && /\d/.test(number) ? number : null;
}

const MAX_URL = 2048;

/**
 * An address of the web in ASCII; null for what a browser would run, such as `javascript:`, and for
 * one with a login, which looks like another host.
 */
export function plainUrl(text: string): string | null {
	const address = text.trim();
	if (address.length > MAX_URL || !/^https?:\/\/[^\s"'<>`\\]+$/i.test(address)) return null;
	if (!URL.canParse(address)) return null;
	const { href, username, password } = new URL(address);
	if (username !== '' || password !== '' || href.length > MAX_URL) return null;
	return /^[!-~]+$/.test(address) ? address : href;
}

/**
 * The name of a file, without the folders before it: whoever stores the file under its name stores
 * it where they meant to. Some servers read %2F as a slash. Null for what names a folder, such as
 * `..`; of a long name the end stays, which says what kind of file it is.
 */
export function plainFileName(text: string): string | null {
	const name = plainName(
		text
			.slice(-MAX_NAME)
			.split(/[/\\:]|%2f|%5c/i)
			.at(-1) ?? '',
	);
	return name === null || /^[.\s]*$/.test(name) ? null : name;
}

/** A media type (RFC 6838), without parameters; null for anything else. */
export const plainMediaType = (text: string): string | null =>
	/^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.exec(text.trim())?.[0].toLowerCase() ?? null;

type Rules = ReadonlyMap<string, (text: string) => string | null>;

/** By the name of the field; any other text is one line. */
const rules: Rules = new Map([
	['email', plainEmail],
	['phone', plainPhone],
	['name', plainName],
	['text', plainText],
	['url', plainUrl],
]);

/** Within an attachment, a name and a type are those of a file. */
const fileRules: Rules = new Map([...rules, ['name', plainFileName], ['type', plainMediaType]]);

const GROUPS = [
	...['inbox', 'conversation', 'contact', 'agent', 'actor'],
	...['message', 'rating', 'change', 'order', 'transcript', 'lookedUp'],
];

/** The event with plain values only; `payload`, and whatever else it contains, as it is. */
export function plainEvent<Event extends object>(event: Event): Event {
	const plain = Object.entries(event).map(([name, value]: [string, unknown]) =>
		GROUPS.includes(name) ? [name, plainPart(value, '', rules)] : [name, value],
	);
	return Object.fromEntries(plain) as Event;
}

function plainPart(value: unknown, name: string, by: Rules): unknown {
	if (typeof value === 'string') return (by.get(name) ?? plainLine)(value);
	if (Array.isArray(value)) return value.map((one) => plainPart(one, name, by));
	if (!isObject(value)) return value;
	const within = name === 'attachments' ? fileRules : by;
	return Object.fromEntries(
		Object.entries(value).map(([field, part]) => [field, plainPart(part, field, within)]),
	);
}
