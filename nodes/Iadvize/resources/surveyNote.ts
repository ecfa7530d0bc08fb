import type { Resource } from '../../shared/operations/operation';
import { conversationId, dates, operatorId, websiteId } from './filterFields';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const surveyNotes: Noun = {
	one: 'survey note',
	many: 'survey notes',
	path: '/satisfaction',
	output: output.surveyNote,
};

export const surveyNote: Resource = {
	option: {
		name: 'Survey Note',
		value: 'surveyNote',
		description: 'Scores of the old survey; deprecated by iAdvize in favor of Satisfaction',
	},
	operations: [
		getOne(surveyNotes),
		getMany(surveyNotes, [conversationId, ...dates(), operatorId, websiteId]),
	],
};
