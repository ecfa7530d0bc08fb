import type { Call } from '../../shared/operations/call';
import { json, required, text } from '../../shared/operations/fields';

/** Fields that several operations share. */

export const conversation = required({
	...text('Conversation', 'conversation', '42bb83f00d8240e5bb41290a12eb44401693552452'),
	default: '={{ $json.conversation?.id }}',
	description:
		'The key of the conversation. If Swiftsell does not find it, try the last part of the conversation URL, then the numeric ID.',
});

/** What the field holds, ready for a path. */
export const conversationIn = ({ segment }: Call): string =>
	segment('conversation', {
		hint: 'Fill it in; the trigger outputs it as conversation.id',
	});

export const agentEmail = required({
	...text('Agent Email', 'agentEmail', 'agent@example.com'),
	description: 'Email of the agent to act as',
});

export const template = required(
	text('Template', 'template', 'order_shipped', 'Name of an approved message template'),
);

export const knowledgeBase = required({
	...text('Knowledge Base ID', 'knowledgeBaseId', '123'),
	default: '={{ $json.knowledge_base_id ?? $json.id }}',
	description: 'As Create returns it',
});

/** The best known bodies leave out constants, so the user can add what is missing. */
export const additionalBody = json(
	'Additional Body Fields (JSON)',
	'additionalBody',
	'Merged into the body at every depth, for fields that this node does not have',
);
