import type { CallConfig, Operator } from '../account/model';
import type { Form } from './brackets';
import { groupOf, textOf } from './brackets';
import { invalidValue, missingField } from './envelope';

type Reader = (value: string | Form, name: string) => Partial<Operator>;

/**
 * Every field that a form may carry (contract §5.2), and how its value is checked. `id`, `sso_key`
 * and the deprecated `role` are the vendor's to set.
 */
const readers: Readonly<Record<string, Reader>> = {
	name: (value, name) => ({ name: readText(value, name) }),
	first_name: (value, name) => ({ firstName: readText(value, name) }),
	pseudo: (value, name) => ({ pseudo: readText(value, name) }),
	email: (value, name) => ({ email: readMatch(value, name, /^[^@\s]+@[^@\s]+$/) }),
	external_id: (value, name) => ({ externalId: readText(value, name) }),
	roles: (value, name) => ({
		roles: readList(value, name, /^(expert|operator|manager|admin)$/),
	}),
	chat_enabled: (value, name) => ({ chatEnabled: readFlag(value, name) }),
	call_enabled: (value, name) => ({ callEnabled: readFlag(value, name) }),
	video_enabled: (value, name) => ({ videoEnabled: readFlag(value, name) }),
	chat_max_number: (value, name) => ({ chatMaxNumber: Number(readMatch(value, name, /^\d+$/)) }),
	chat_and_call: (value, name) => ({ chatAndCall: readFlag(value, name) }),
	chat_to_video: (value, name) => ({ chatToVideo: readFlag(value, name) }),
	chat_priority: (value, name) => ({ chatPriority: readPriority(value, name) }),
	call_priority: (value, name) => ({ callPriority: readPriority(value, name) }),
	video_priority: (value, name) => ({ videoPriority: readPriority(value, name) }),
	language_list: (value, name) => ({ languageList: readList(value, name, /^[a-z]{2}$/i) }),
	language_admin: (value, name) => ({ languageAdmin: readMatch(value, name, /^(de|en|es|fr)$/) }),
	group_id: (value, name) => ({ groupId: Number(readMatch(value, name, /^\d+$/)) }),
	website_list: (value, name) => ({ projectIds: readList(value, name, /^\d+$/).map(Number) }),
	skill_list: (value, name) => ({ skillIds: readList(value, name, /^\d+$/).map(Number) }),
};

/** The changes that a form asks for, or the vendor's refusal. */
export function operatorChanges(form: Form, current: Operator): Partial<Operator> {
	const changes: Partial<Operator> = {};
	for (const [name, value] of Object.entries(form)) {
		if (name === 'call_config') continue;
		const reader = readers[name];
		if (!reader) throw invalidValue(name);
		Object.assign(changes, reader(value, name));
	}
	if (form.call_config === undefined) return changes;
	return { ...changes, callConfig: readCallConfig(groupOf(form, 'call_config'), current) };
}

function readCallConfig(form: Form, { callConfig }: Operator): CallConfig {
	const type = textOf(form, 'type') ?? callConfig.type;
	if (type !== 'ANSWER_FROM_PHONE' && type !== 'ANSWER_FROM_DESK') {
		throw invalidValue('call_config[type]');
	}
	const ask = form.ask_phone_number_at_every_connection;
	const askPhoneNumber =
		ask === undefined
			? callConfig.askPhoneNumber
			: readFlag(ask, 'call_config[ask_phone_number_at_every_connection]');
	const phoneNumber = textOf(form, 'phone_number') ?? callConfig.phoneNumber;
	if (phoneNumber !== '' && !phoneNumber.startsWith('+')) {
		throw invalidValue('call_config[phone_number]');
	}
	if (type === 'ANSWER_FROM_PHONE' && !askPhoneNumber && phoneNumber === '') {
		throw missingField('call_config[phone_number]');
	}
	return { type, askPhoneNumber, phoneNumber };
}

function readText(value: string | Form, name: string): string {
	return readMatch(value, name, /^/);
}

function readMatch(value: string | Form, name: string, pattern: RegExp): string {
	if (typeof value !== 'string' || !pattern.test(value)) throw invalidValue(name);
	return value;
}

function readFlag(value: string | Form, name: string): boolean {
	return readMatch(value, name, /^[01]$/) === '1';
}

function readPriority(value: string | Form, name: string): number {
	return Number(readMatch(value, name, /^(0|10)$/));
}

function readList(value: string | Form, name: string, pattern: RegExp): string[] {
	if (typeof value === 'string') throw invalidValue(name);
	return Object.values(value).map((entry) => readMatch(entry, name, pattern));
}
