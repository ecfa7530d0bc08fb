import { z } from 'zod';

/** What SalesIQ answers (zoho.com/salesiq/help): the editor shows these fields before anything ran. */

const text = z.string().nullish();
const ms = text.describe('Milliseconds since 1970');
const flag = z.union([z.boolean(), z.string()]).nullish();
const named = z.object({ id: text, name: text }).partial();

const operatorOfChat = z
	.object({ id: text, name: text, email: text, image_key: text, is_bot: flag })
	.partial();

export const conversation = z.object({
	id: z.string(),
	reference_id: text,
	chat_id: text,
	type: text,
	question: text,
	status: text,
	chat_status: z.object({ status_code: z.unknown(), state: z.unknown(), label: text }).optional(),
	owner: operatorOfChat.optional(),
	attender: operatorOfChat.optional(),
	participants: z.array(operatorOfChat).optional(),
	app_id: text,
	department: named.optional(),
	start_time: ms,
	attended_time: ms,
	end_time: ms,
	last_modified_time: ms,
	visitor: z
		.object({ id: text, name: text, email: text, phone: text, country_code: text, type: text })
		.partial()
		.optional(),
});

export const message = z.object({
	type: text,
	sender: named.optional(),
	message: z.object({ text }).partial().passthrough().optional(),
	time: ms,
	sequence_id: z.unknown(),
});

export const thread = z.object({
	id: text,
	thread_id: text,
	conversation_id: text,
	reference_id: text,
	question: text,
	status: text,
	status_code: text,
	from_time: ms,
	to_time: ms,
});

export const operator = z.object({
	id: z.string(),
	email_id: text,
	first_name: text,
	last_name: text,
	nick_name: text,
	role: text,
	status_code: text.describe('1 available, 3 busy'),
	status_message: text,
	departments: z.array(z.string()).optional(),
	is_chat_enabled: flag,
	is_owner: flag,
	is_confirmed: flag,
	is_deleted: flag,
	created_time: ms,
});

export const department = z.object({
	id: z.string(),
	name: text,
	display_name: text,
	description: text,
	is_enabled: flag,
	is_public: flag,
	is_system_generated: flag,
	created_time: ms,
	modified_time: ms,
	created_by: text,
});

export const webhook = z.object({
	id: z.string(),
	type: text,
	url: text,
	status: text,
	events: z.array(z.string()).optional(),
	app_ids: z.array(z.string()).optional(),
	secured: z.boolean().optional(),
	version: z.union([z.number(), z.string()]).optional(),
	failures_count: text,
	public_keys: z.array(z.object({ id: text, key: text, created_time: ms })).optional(),
	created_time: ms,
	modified_time: ms,
	proof: z.string().optional().describe('What proves the calls of the webhook to the trigger'),
	key_forms: z
		.array(z.string())
		.optional()
		.describe('How each key is written, its length and its first characters'),
});

export const webhookSummary = z.object({
	administration: text,
	data: text,
	enabled: text,
	disabled: text,
});

export const failedExecution = z.object({
	id: z.string(),
	event: text,
	entity: text.describe('Type of the entity'),
	entity_id: text,
	app_id: text,
	webhook_id: text,
	remote_server_status: z.number().nullish(),
	number_of_retries: z.number().nullish(),
	last_execution_time: ms,
	payload: z
		.record(z.unknown())
		.describe('The entity with version and event_time, not the delivery'),
});

export const executionSummary = z.object({ all: text, app_based: z.record(z.string()).optional() });

export const portal = z.object({
	name: text,
	screenname: text,
	operator_id: text,
	owner_zuid: text,
	created_time: ms,
});

export const portalDetails = z.object({
	company_name: text,
	website: text,
	screenname: text,
	email_id: text,
	phone: text,
	language: text,
	time_zone: text,
	owner: z.object({ name: text, email_id: text, operator_id: text }).partial().optional(),
});

export const app = z.object({ id: z.string(), name: text });

export const tag = z.object({
	id: z.string(),
	name: text,
	color: text,
	module: text,
	status: text,
	modified_time: ms,
});

export const blockedIp = z.object({
	id: z.string(),
	ip: text,
	status: text,
	blocked_by: text,
	app: named.optional(),
	modified_time: ms,
});

export const articleCategory = z.object({
	id: z.string(),
	name: text,
	is_default: flag,
	order: text,
});

export const created = z.object({ id: text }).passthrough();
export const deleted = z.object({ deleted: z.literal(true) });
export const done = z.object({ success: z.boolean().optional() }).passthrough();
export const retried = z.object({ skipped: z.array(z.string()).optional() }).passthrough();

/** What SalesIQ does not document. */
export const anything = z.object({}).passthrough();

/** What most people use of the rows with more than ten fields. */

export const simpleConversation = [
	...['id', 'type', 'status', 'question', 'department', 'attender', 'visitor', 'start_time'],
	...['attended_time', 'end_time'],
];

export const simpleOperator = [
	...['id', 'first_name', 'last_name', 'nick_name', 'email_id', 'role', 'status_message'],
	...['departments', 'is_chat_enabled', 'is_owner'],
];

export const simpleWebhook = [
	...['id', 'type', 'url', 'status', 'events', 'app_ids', 'failures_count', 'proof'],
	...['created_time', 'modified_time'],
];
