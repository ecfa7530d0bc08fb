/** What was there at the last send, by section and ID: all else is new, or has changed. */
let known;
let whyNothing = '';

/** Takes what is there now for known. */
export function remember(feed) {
	whyNothing = '';
	known = new Map(
		Object.entries(feed).map(([name, entries]) => [
			name,
			new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)])),
		]),
	);
}

/** Something came of the send: tells why that may have left nothing behind. */
export function expectNews() {
	whyNothing =
		' Workflows remember: the same delivery, conversation or contact is often processed only once.';
}

/** `new`, `changed`, or undefined for what is as it was at the last send. */
export function noveltyOf(name, entry) {
	if (known === undefined) return undefined;
	const before = known.get(name).get(entry.id);
	if (before === undefined) return 'new';
	return before === JSON.stringify(entry) ? undefined : 'changed';
}

/** What has come since the last send, in words; empty before the first. */
export function newsOf(feed, sections) {
	if (known === undefined) return '';
	const counted = ['new', 'changed'].flatMap((novelty) =>
		Object.entries(sections).flatMap(([name, words]) => {
			const { length } = feed[name].filter((entry) => noveltyOf(name, entry) === novelty);
			return length > 0 ? [`${length} ${novelty} ${inWords(length, words)}`] : [];
		}),
	);
	const told = counted.length > 0 ? `${counted.join(', ')}.` : `nothing new.${whyNothing}`;
	return `Since the last send: ${told}`;
}

const inWords = (number, { one, many = `${one}s` }) => (number === 1 ? one : many);
