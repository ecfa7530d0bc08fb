import { conversationEvent } from '../shared/conversation';

/** Output schemas by their path in `__schema__`; the editor and workflow builders look in two places. */
export const schemas = {
	'v1.1.0': conversationEvent,
	'v1.1.0/output': conversationEvent,
};
