import { textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { kindsOf, phoneIn } from './kinds';

/** As the user set them; an absent or empty one lets everything pass. Several by commas. */
export interface Filters {
	campaignIds?: string;
	keywords?: string;
	labels?: string;
	options?: string;
	phonePrefixes?: string;
}

/** A filter concerns only events that have what it asks for: a label does not hold back a status. */
export function passes(payload: Payload, filters: Filters): boolean {
	const kinds = kindsOf(payload);
	const isChatbot = kinds.some((kind) => kind.startsWith('chatbot.'));
	const isOption = kinds.includes('chatbot.option');
	const among = (isAbout: boolean, wanted: readonly string[], value: unknown) =>
		!isAbout || wanted.length === 0 || wanted.includes(plain(textOf(value) ?? ''));
	const prefixes = wordsIn(filters.phonePrefixes).map(digitsOf);
	const phone = digitsOf(textOf(phoneIn(payload)) ?? '');

	return (
		among(isChatbot, wordsIn(filters.campaignIds), payload.campaignId) &&
		among(isChatbot, wordsIn(filters.labels), payload.label) &&
		among(isOption, wordsIn(filters.options), payload.option) &&
		// A number in the example, a word elsewhere: compared as text.
		among(isOption, wordsIn(filters.keywords), payload.keyword) &&
		(kinds.length === 0 ||
			prefixes.length === 0 ||
			prefixes.some((prefix) => phone.startsWith(prefix)))
	);
}

const plain = (text: string) => text.trim().toLowerCase();

/** Some numbers come with a plus sign, others without. */
const digitsOf = (phone: string) => phone.replace(/\D/g, '');

/** Labels and options hold blanks, so only a comma or a line separates. */
function wordsIn(text = ''): string[] {
	return text
		.split(/[,;\n]/)
		.map(plain)
		.filter((word) => word !== '');
}
