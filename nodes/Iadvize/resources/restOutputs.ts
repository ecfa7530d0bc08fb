import { z } from 'zod';
import { id, ids, restDate, text, uuid } from './outputParts';

export { anything, deleted, done } from './outputParts';

/** What the REST API answers (docs.iadvize.dev): the editor shows these fields before anything ran. */

export const visitor = z.object({
	id,
	unique_id: text,
	external_id: text,
	lastname: text,
	firstname: text,
	address: text,
	city: text,
	zip: text,
	country: text,
	phone: text,
	email: text,
	browser: text,
	website_id: ids,
	created_at: restDate,
});

export const operator = z.object({
	id,
	name: text,
	first_name: text,
	pseudo: text,
	email: text,
	external_id: text,
	roles: z.array(z.string()),
	chat_enabled: z.boolean(),
	call_enabled: z.boolean(),
	video_enabled: z.boolean(),
	chat_max_number: z.number(),
	chat_and_call: z.boolean(),
	chat_to_video: z.boolean(),
	chat_priority: z.number(),
	call_priority: z.number(),
	video_priority: z.number(),
	language_list: z.array(z.string()),
	language_admin: text,
	group_id: id.nullable(),
	website_list: ids,
	skill_list: ids,
	call_config: z.object({
		type: text,
		ask_phone_number_at_every_connection: z.boolean(),
		phone_number: text,
	}),
});

const liveChannel = z.object({
	enabled: z.boolean(),
	slot_number: z.number(),
	slot_max_number: z.number(),
	busy: z.boolean(),
	available: z.boolean(),
});

export const operatorLive = z.object({
	id,
	connected: z.boolean(),
	chat: liveChannel,
	call: liveChannel,
	video: liveChannel,
});

export const operatorStatistics = z.object({
	id,
	conversation_number: z.number(),
	experience: z.number(),
	satisfaction_global_rate: z.number().describe('Deprecated by iAdvize'),
});

export const operatorProfile = z.object({
	user_id: id,
	status: text,
	description: text,
	facebook: text,
	twitter: text,
	city: text,
	country: text,
});

export const group = z.object({
	id,
	name: text,
	created_at: restDate,
	parent_id: id.nullable(),
	parent_list: ids,
});

export const skill = z.object({
	id,
	name: text,
	order: z.number(),
	created_at: restDate,
	parent_id: id.nullable(),
});

export const transaction = z.object({
	id,
	external_id: text,
	visitor_uid: text,
	visitor_email: text,
	amount: z.number().describe('In the currency of the project'),
	created_at: restDate,
	website_id: id,
	operator_id: id.nullable(),
	conversation_id: id.nullable(),
});

export const callMeeting = z.object({
	id,
	unique_id: text,
	phone_number: text,
	status: text,
	start_at: restDate,
	website_id: id,
	targeting_rule_id: id.nullable(),
	skill_id: id.nullable(),
});

export const clientSettings = z.object({ id, lang: text, premium_enabled: z.boolean() });

export const website = z.object({
	id,
	url: text,
	label: text,
	client_id: id,
	currency: text,
	language_admin: text,
	timezone: text,
});

export const tag = z.object({ id, name: text, website_id: ids });

export const surveyNote = z.object({
	id,
	note_welcome: z.number().nullable(),
	note_resolution: z.number().nullable(),
	node_delay: z.number().nullable().describe('Spelled this way by iAdvize'),
	comment: text,
	created_at: restDate,
	website_id: id,
	operator_id: id.nullable(),
	conversation_id: id,
});

export const conversationHistory = z.object({
	id,
	channel: text,
	visitor_uid: text,
	history: z
		.array(z.array(z.unknown()))
		.describe(
			'[type, date, text, time in ms]; 1 text by operator, 2 text by visitor, 3 notice, 5 URL, 6 and 7 rich content',
		),
	operator_answer: z.unknown(),
	operator_closed: z.unknown(),
	waitinglist: z.boolean(),
	page_type: z.unknown(),
	created_at: restDate,
	closed_at: restDate,
	website_id: id,
	operator_id: id.nullable(),
	skill_id: id.nullable(),
	tag_list: ids,
	rule_id: id.nullable(),
	xmpp_id: uuid.describe('The UUID of the conversation in events and GraphQL'),
});

export const statistic = z.object({
	id: id.optional().describe('The resource that the row is about'),
});

/** What most people use of the rows with more than ten fields. */

export const simpleHistory = [
	...['id', 'channel', 'created_at', 'closed_at', 'history', 'visitor_uid', 'website_id'],
	...['operator_id', 'tag_list'],
];

export const simpleOperator = [
	...['id', 'name', 'pseudo', 'email', 'external_id', 'roles', 'group_id', 'website_list'],
	...['skill_list', 'sso_key'],
];

export const simpleVisitor = [
	...['id', 'unique_id', 'external_id', 'firstname', 'lastname', 'email', 'phone', 'country'],
	...['website_id', 'created_at'],
];
