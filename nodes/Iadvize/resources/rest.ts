import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../shared/operations/operation';
import * as filter from './filterFields';
import * as output from './outputs';
import { getMany, getOne } from './restOperation';

/** Resources of the REST API that can be looked up and listed, and no more. */

const groups = { one: 'group', many: 'groups', path: '/group', output: output.group };
const skills = { one: 'skill', many: 'skills', path: '/skill', output: output.skill };
const websites = { one: 'website', many: 'websites', path: '/website', output: output.website };
const tags = { one: 'tag', many: 'tags', path: '/tag', output: output.tag };
const transactions = {
	one: 'transaction',
	many: 'transactions',
	path: '/transaction',
	output: output.transaction,
};
const callMeetings = {
	one: 'call meeting',
	many: 'call meetings',
	path: '/callmeeting',
	output: output.callMeeting,
};
const surveyNotes = {
	one: 'survey note',
	many: 'survey notes',
	path: '/satisfaction',
	output: output.surveyNote,
};
const clientSettings = {
	one: 'client setting',
	many: 'client settings',
	path: '/client',
	output: output.clientSettings,
};
export const histories = {
	one: 'conversation history',
	many: 'conversation histories',
	path: '/conversation.json-unicode',
	output: output.conversationHistory,
	query: { formatHistory: 0 },
};

const channel: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	default: 'chat',
	options: [
		{ name: 'Call', value: 'call' },
		{ name: 'Chat', value: 'chat' },
		{ name: 'Video', value: 'video' },
	],
};

const { websiteId, operatorId, conversationId, parentId, skillId } = filter;

export const callMeeting: Resource = {
	option: { name: 'Call Meeting', value: 'callMeeting' },
	operations: [getMany(callMeetings, [...filter.dates(), websiteId])],
};

export const clientSetting: Resource = {
	option: {
		name: 'Client Setting',
		value: 'clientSetting',
		description: 'Language and plan of a client; deprecated by iAdvize in favor of Client',
	},
	operations: [getOne(clientSettings), getMany(clientSettings, [])],
};

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
			...filter.dates('; at most 3 months apart'),
			operatorId,
			websiteId,
			filter.ruleId,
			skillId,
			filter.tagId,
			filter.visitorId,
		]),
	],
};

export const group: Resource = {
	option: { name: 'Group', value: 'group' },
	operations: [getOne(groups), getMany(groups, [parentId])],
};

export const skill: Resource = {
	option: { name: 'Skill', value: 'skill' },
	operations: [getOne(skills), getMany(skills, [operatorId, parentId])],
};

export const surveyNote: Resource = {
	option: {
		name: 'Survey Note',
		value: 'surveyNote',
		description: 'Marks of the old survey; deprecated by iAdvize in favor of Satisfaction',
	},
	operations: [
		getOne(surveyNotes),
		getMany(surveyNotes, [conversationId, ...filter.dates(), operatorId, websiteId]),
	],
};

export const tag: Resource = {
	option: { name: 'Tag', value: 'tag', description: 'Tags of conversations' },
	operations: [getOne(tags), getMany(tags, [websiteId])],
};

export const transaction: Resource = {
	option: {
		name: 'Transaction',
		value: 'transaction',
		description: "Purchases; a day's transactions appear after 5 in the morning of the next",
	},
	operations: [
		getOne(transactions),
		getMany(transactions, [
			{
				...conversationId,
				description: 'An ID, "null" for purchases without conversation, "!null" for those with one',
			},
			...filter.dates('; at most 1 month apart'),
			operatorId,
			websiteId,
		]),
	],
};

export const website: Resource = {
	option: {
		name: 'Website',
		value: 'website',
		description: 'A project with its address, currency and time zone',
	},
	operations: [getOne(websites), getMany(websites, [])],
};
