import { textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { idsIn } from '../shared/webhook/words';
import { dataIn, kindOf } from './events';

/** As the user set them; an absent or empty one lets everything through. */
export interface Filters {
	/** Comma-separated. */
	emailDomains?: string;
	hasEmail?: boolean;
	hasPhone?: boolean;
}

/** A transcript has no contact, so contact filters do not affect it. */
export function passes(
	payload: Payload,
	{ emailDomains = '', hasEmail, hasPhone }: Filters,
): boolean {
	if (kindOf(payload) !== 'contact') return true;
	const email = textOf(dataIn(payload).email)?.trim() ?? '';
	const phone = textOf(dataIn(payload).phone)?.trim() ?? '';
	const domains = idsIn(emailDomains)
		.map((domain) => domain.replace(/^@/, '').toLowerCase())
		.filter((domain) => domain !== '');
	const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
	return (
		(!hasEmail || email !== '') &&
		(!hasPhone || phone !== '') &&
		(domains.length === 0 || (email.includes('@') && domains.includes(domain)))
	);
}
