import { textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { ALL_EVENTS, dataIn, kindOf } from './events';

export interface Choice {
	/** Kinds, or {@link ALL_EVENTS}. */
	events: readonly string[];
	filters: Filters;
}

/** As the user set them; an absent or empty one lets everything pass. */
export interface Filters {
	/** Several by commas. */
	emailDomains?: string;
	hasEmail?: boolean;
	hasPhone?: boolean;
}

/** Whether the user wants an event: ticked, and let through by every filter. */
export function isChosen(payload: Payload, { events, filters }: Choice): boolean {
	const kind = kindOf(payload);
	const isTicked = events.includes(ALL_EVENTS) || (kind !== undefined && events.includes(kind));
	// A transcript tells no contact, so filters on contacts leave it alone.
	return isTicked && (kind !== 'contact' || passes(payload, filters));
}

function passes(payload: Payload, { emailDomains = '', hasEmail, hasPhone }: Filters): boolean {
	const email = textOf(dataIn(payload).email)?.trim() ?? '';
	const phone = textOf(dataIn(payload).phone)?.trim() ?? '';
	const domains = emailDomains
		.split(/[\s,;]+/)
		.map((domain) => domain.replace(/^@/, '').toLowerCase())
		.filter((domain) => domain !== '');
	const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
	return (
		(!hasEmail || email !== '') &&
		(!hasPhone || phone !== '') &&
		(domains.length === 0 || (email.includes('@') && domains.includes(domain)))
	);
}
