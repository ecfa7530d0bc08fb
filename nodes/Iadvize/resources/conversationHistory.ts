import { oneOf } from '../../shared/operations/fields';
import type { Resource } from '../../shared/operations/operation';
import { dates, operatorId, ruleId, skillId, tagId, visitorId, websiteId } from './filterFields';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

export const histories: Noun = {
	one: 'conversation history',
	many: 'conversation histories',
	path: '/conversation.json-unicode',
	output: output.conversationHistory,
	simple: output.simpleHistory,
	query: { formatHistory: 0 },
};

const channel = oneOf(
	'Channel',
	'channel',
	[
		['Call', 'call'],
		['Chat', 'chat'],
		['Video', 'video'],
	],
	'chat',
);

export const conversationHistory: Resource = {
	option: {
		name: 'Conversation History',
		value: 'conversationHistory',
		description: 'Conversations with their messages; deprecated by iAdvize, with no successor yet',
	},
	operations: [
		getOne(histories),
		getMany(histories, [
			channel,
			...dates('; at most 3 months apart'),
			operatorId,
			websiteId,
			ruleId,
			skillId,
			tagId,
			visitorId,
		]),
	],
};
