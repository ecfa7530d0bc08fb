import { textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { messageIn } from './payload';
import { variablesIn, type Variable } from './variables';

type Fact = 'email' | 'name' | 'phone';

const LABELS: Readonly<Record<Fact, RegExp>> = {
	email: /^(your )?e-?mail( address)?$/i,
	name: /^(your )?(full )?name$/i,
	phone: /^(your )?((tele)?phone|mobile)( number)?$/i,
};

/**
 * What an event says about the visitor: variables of the contact, and fields of the reply to a
 * form. The type of a form field says most, then the variable, then the label: they need not match.
 */
export function contactFacts(payload: Payload): Record<Fact, string | null> {
	const variables = variablesIn(payload);
	const isForm = messageIn(payload).type === 'form.response';
	const find = (isIt: (variable: Variable) => boolean) =>
		variables
			.filter(isIt)
			.map(typed)
			.find((value) => value !== null) ?? null;
	const fact = (of: Fact) =>
		(isForm ? find(({ type }) => type === of) : null) ??
		find(({ name }) => name === `visitor_${of}` || name === `user.info.${of}`) ??
		(isForm ? find(({ label }) => LABELS[of].test(label?.trim() ?? '')) : null);
	return { email: fact('email'), name: fact('name'), phone: fact('phone') };
}

/** What someone typed; numbers count, `true` and lists do not. */
const typed = ({ value }: Variable) => textOf(typeof value === 'string' ? value.trim() : value);
