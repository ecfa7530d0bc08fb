import { isObject, listOf, partOf, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { detailsIn, messageIn } from './payload';

export interface Variable {
	/** As Swiftsell writes it: `¿·$user.info.email·?`, or the bare name. */
	rawName: string;
	/** The same without signs: `user.info.email`. */
	name: string;
	type: string | null;
	/** It may not match its type: a text may be `true`, a number may come as digits. */
	value: unknown;
	/** What the visitor saw next to the field of a form. */
	label: string | null;
}

// U+00BF, U+00B7, the name, U+00B7 and an ordinary question mark.
const REFERENCE = /^\u00bf\u00b7\$?(.+?)\u00b7\?$/;

export const cleanName = (rawName: string): string => REFERENCE.exec(rawName)?.[1] ?? rawName;

/**
 * Every variable that an event has a value for. Some events have a list of them, others an object
 * by reference, and the reply to a form has fields.
 */
export function variablesIn(payload: Payload): Variable[] {
	const reply = partOf(messageIn(payload).payload);
	return [
		...variablesOf(detailsIn(payload).variables),
		...variablesOf(reply.variables),
		...(messageIn(payload).type === 'form.response' ? variablesOf(reply.fields) : []),
	];
}

function variablesOf(value: unknown): Variable[] {
	if (isObject(value)) {
		return Object.entries(value).map(([name, one]) => variable({ name, value: one }));
	}
	return listOf(value).filter(isObject).map(variable);
}

function variable({ name, variable: reference, type, value, label }: Record<string, unknown>) {
	const rawName = textOf(name) ?? textOf(reference) ?? '';
	return {
		rawName,
		name: cleanName(rawName),
		type: textOf(type),
		value: value ?? null,
		label: textOf(label),
	};
}

/** Whether a variable belongs to the contact: `visitor_email` in lists, `$user.info.email` elsewhere. */
export const isOfContact = ({ name }: Variable) => /^(visitor_|user\.info\.)/.test(name);
