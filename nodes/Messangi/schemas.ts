import { conversationEvent } from '../shared/conversation';
import { outputSchemas } from '../shared/operations/operation';
import { resources } from './resources';

/** Output schemas by their path in `__schema__`; the editor and workflow builders look in two places. */
export const schemas = {
	'v1.1.0': conversationEvent,
	'v1.1.0/output': conversationEvent,
	...outputSchemas('v1.0.0', resources),
};
