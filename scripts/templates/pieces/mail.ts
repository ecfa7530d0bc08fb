import { equals, filter, isAtMost, isNotEmpty } from './filter';

/** At most so many mails reach an address in a day: it may be a stranger's whose address was typed in. */
const MAILS_A_DAY = 3;

/** Where the event says that the visitor has agreed to be written to; the user puts another field. */
export const agreedTo = (event = '$json') => `={{ ${event}.payload.consent }}`;

/** Lets nobody through who left no address, has not agreed, or has had enough mail for a day. */
export const mayWeWrite = filter('May We Write?', [
	['={{ $json.contact.email }}', isNotEmpty],
	[agreedTo(), equals, 'true'],
	['={{ $json.recentEvents ?? 1 }}', isAtMost, MAILS_A_DAY],
]);

/** What the note says about consent. */
export const consent =
	'In **May We Write?**, replace `payload.consent` with the field in which your chat stores the consent of the visitor, and enter the value that means yes. Visitors who have not agreed get nothing. Delete the condition only if you need no consent.';

export const SENDER = 'Customer Service <service@example.com>';

/**
 * Breaks what a mail program would make a link of; JavaScript of an expression. Browsers take four
 * signs for a dot, and pass over what is not seen behind one: only a digit or a sign keeps it whole.
 */
export const withoutLinks = (text: string) =>
	`${text}.replace(/[.\\u3002\\uff0e\\uff61](?=[^\\s\\p{Nd}\\p{P}])|(?<=\\p{L}):(?=\\S)|[:/\\\\](?=[/\\\\])/gu, '$& ')`;

/** The greeting, with a name that cannot carry a message. */
export const hello = (event = '$json') => {
	const name = `${event}.contact.name`;
	return `Hello{{ ${name} ? ' ' + ${withoutLinks(`${name}.slice(0, 60)`)} : '' }}`;
};
