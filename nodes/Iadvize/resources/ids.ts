import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { textParameter } from '../../shared/operations/parameters';

const WHOLE_NUMBER = /^\d{1,18}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UNIQUE_ID = /^[0-9a-z]{45}$/i;

/** Something that is no ID may be of any length. */
const quotable = (id: string) => (id.length > 60 ? `${id.slice(0, 60)}…` : id);

export const isRestId = (id: string | null): id is string => id !== null && WHOLE_NUMBER.test(id);

export const isUuid = (id: string | null): id is string => id !== null && UUID.test(id);

/** IDs come in either case. */
export const isSameId = (one: string | null, other: string | null) =>
	one !== null && one.toLowerCase() === other?.toLowerCase();

/** Whether it has the 45 characters of a visitor's unique ID. */
export const isUniqueId = (id: string | null): id is string => id !== null && UNIQUE_ID.test(id);

/** @throws NodeOperationError when the parameter is no whole number, as IDs of the REST API are */
export function restIdParameter(context: IExecuteFunctions, name: string, item: number): string {
	const id = textParameter(context, name, item);
	if (WHOLE_NUMBER.test(id)) return id;
	throw new NodeOperationError(context.getNode(), `"${quotable(id)}" is no ID of the REST API`, {
		itemIndex: item,
		description: UUID.test(id)
			? 'This is a UUID, as events and GraphQL have it; the REST API knows only whole numbers'
			: 'The REST API knows only whole numbers, such as 123',
	});
}

/** @throws NodeOperationError when the parameter is no UUID */
export const uuidParameter = (context: IExecuteFunctions, name: string, item: number): string =>
	requireUuid(context, textParameter(context, name, item), item);

/** @throws NodeOperationError when the ID is no UUID */
export function requireUuid(context: IExecuteFunctions, id: string, item: number): string {
	if (UUID.test(id)) return id;
	throw new NodeOperationError(context.getNode(), `"${quotable(id)}" is no UUID`, {
		itemIndex: item,
		description: WHOLE_NUMBER.test(id)
			? 'This is an ID of the REST API; GraphQL wants the UUID, as conversation.id of the trigger'
			: 'It looks like 4c8c7408-f73c-42cd-89e9-afbbee7d9024; the trigger gives it as conversation.id',
	});
}

/** @throws NodeOperationError that tells which field of the event holds the visitor's REST ID */
export function visitorIdParameter(context: IExecuteFunctions, item: number): string {
	const id = textParameter(context, 'visitorId', item);
	if (WHOLE_NUMBER.test(id)) return id;
	const { message, description } = visitorIdAdvice(id);
	throw new NodeOperationError(context.getNode(), message, { itemIndex: item, description });
}

function visitorIdAdvice(id: string) {
	if (id === '') {
		return {
			message: 'There is no visitor ID',
			description:
				'Conversations outside the website have no payload.visitorExternalId. Use Conversation: Get with conversation.id, which brings the visitor along',
		};
	}
	if (UUID.test(id)) {
		return {
			message: `"${quotable(id)}" is the UUID of a visitor, which the REST API does not know`,
			description:
				'Use payload.visitorExternalId of the trigger instead, or Conversation: Get with conversation.id, which brings the visitor along',
		};
	}
	return {
		message: `"${quotable(id)}" is no visitor ID`,
		description: UNIQUE_ID.test(id)
			? 'This is the unique ID of 45 characters, as Visitor Updated has it: use Visitor: Find'
			: 'It is a whole number, such as 63429889; the trigger gives it as payload.visitorExternalId',
	};
}
