import { textOf, wordOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { wordsIn } from '../shared/webhook/words';
import { kindsOf, phoneIn } from './kinds';

/** As the user set them; an absent or empty one lets everything through. Comma-separated. */
export interface Filters {
	campaignIds?: string;
	keywords?: string;
	labels?: string;
	options?: string;
	phonePrefixes?: string;
}

/** A filter applies only to events that have what it checks: a label does not hold back a status. */
export function passes(payload: Payload, filters: Filters): boolean {
	const kinds = kindsOf(payload);
	const isChatbot = kinds.some((kind) => kind.startsWith('chatbot.'));
	const isOption = kinds.includes('chatbot.option');
	const among = (isAbout: boolean, entered: string | undefined, value: unknown) => {
		const wanted = wordsIn(entered).map(wordOf);
		return !isAbout || wanted.length === 0 || wanted.includes(wordOf(value));
	};
	const prefixes = wordsIn(filters.phonePrefixes).map(digitsOf);
	const phone = digitsOf(textOf(phoneIn(payload)) ?? '');

	return (
		among(isChatbot, filters.campaignIds, payload.campaignId) &&
		among(isChatbot, filters.labels, payload.label) &&
		among(isOption, filters.options, payload.option) &&
		// A number in the example, a word elsewhere: compared as text.
		among(isOption, filters.keywords, payload.keyword) &&
		(kinds.length === 0 ||
			prefixes.length === 0 ||
			prefixes.some((prefix) => phone.startsWith(prefix)))
	);
}

/** Some numbers come with a plus sign, others without. */
const digitsOf = (phone: string) => phone.replace(/\D/g, '');
