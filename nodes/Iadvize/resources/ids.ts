import type { INodeProperties } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import { required, text } from '../../shared/operations/fields';

/** An ID that must be given. */
export const idField = (...field: Parameters<typeof text>): INodeProperties =>
	required(text(...field));

const WHOLE_NUMBER = /^\d{1,18}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UNIQUE_ID = /^[0-9a-z]{45}$/i;

/** Something that is not an ID may have any length. */
const quotable = (id: string) => (id.length > 60 ? `${id.slice(0, 60)}…` : id);

export const isRestId = (id: string | null): id is string => id !== null && WHOLE_NUMBER.test(id);

export const isUuid = (id: string | null): id is string => id !== null && UUID.test(id);

/** IDs come in either case. */
export const isSameId = (one: string | null, other: string | null) =>
	one !== null && one.toLowerCase() === other?.toLowerCase();

/** Whether it has the 45 characters of a visitor's unique ID. */
export const isUniqueId = (id: string | null): id is string => id !== null && UNIQUE_ID.test(id);

/** @throws NodeOperationError when the parameter is not a whole number, as REST IDs are */
export function restIdOf({ text, label, refuse }: Call, name: string): string {
	const id = text(name);
	if (WHOLE_NUMBER.test(id)) return id;
	throw refuse(
		id === '' ? `${label(name)} is empty` : `${label(name)} cannot be "${quotable(id)}"`,
		UUID.test(id)
			? 'This is a UUID, as used in events and GraphQL; the REST API takes only whole numbers'
			: 'The REST API takes only whole numbers, such as 123',
	);
}

/** @throws NodeOperationError when the parameter is not a UUID */
export const uuidOf = (call: Call, name: string): string =>
	requireUuid(call, call.text(name), call.label(name));

/**
 * @param label what the user calls the ID
 * @throws NodeOperationError when the ID is not a UUID
 */
export function requireUuid({ refuse }: Call, id: string, label: string): string {
	if (UUID.test(id)) return id;
	throw refuse(
		id === '' ? `${label} is empty` : `${label} must be a UUID, and is "${quotable(id)}"`,
		WHOLE_NUMBER.test(id)
			? 'This is an ID of the REST API; GraphQL needs the UUID, such as conversation.id of the trigger'
			: 'It looks like 4c8c7408-f73c-42cd-89e9-afbbee7d9024; the trigger outputs it as conversation.id',
	);
}

/** @throws NodeOperationError that says which field of the event has the visitor's REST ID */
export function visitorIdOf({ text, refuse }: Call): string {
	const id = text('visitorId');
	if (WHOLE_NUMBER.test(id)) return id;
	if (id === '') {
		throw refuse(
			'There is not a visitor ID',
			'Conversations outside the website have no payload.visitorExternalId. Use Conversation: Get with conversation.id, which includes the visitor',
		);
	}
	if (UUID.test(id)) {
		throw refuse(
			`"${quotable(id)}" is the UUID of a visitor, which the REST API does not know`,
			'Use payload.visitorExternalId of the trigger instead, or Conversation: Get with conversation.id, which includes the visitor',
		);
	}
	throw refuse(
		`"${quotable(id)}" is not a visitor ID`,
		UNIQUE_ID.test(id)
			? 'This is the unique ID of 45 characters, as in Visitor Updated: use Visitor: Find'
			: 'It is a whole number, such as 63429889; the trigger outputs it as payload.visitorExternalId',
	);
}
