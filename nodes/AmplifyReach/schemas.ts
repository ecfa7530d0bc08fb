import { transcript } from '../shared/completedEvent';
import { conversationEvent } from '../shared/conversation';

/** The one event, and what was said when a chat was closed. */
export const amplifyReachEvent = conversationEvent.extend({ transcript });

/** Output schemas by their path in `__schema__`; the editor and workflow builders look in two places. */
export const schemas = {
	'v1.1.0': amplifyReachEvent,
	'v1.1.0/output': amplifyReachEvent,
};
