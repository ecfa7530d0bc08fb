import type { INodeProperties } from 'n8n-workflow';

/** Filters that several lists share. Their names are the vendor's. */

const idFilter = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 123',
});

export const conversationId = idFilter('Conversation ID', 'conversation_id');
export const parentId = idFilter('Parent ID', 'parent_id');
export const resourceId = idFilter('Resource ID', 'resource_id');
export const ruleId = idFilter('Rule ID', 'rule_id');
export const skillId = idFilter('Skill ID', 'skill_id');
export const tagId = idFilter('Tag ID', 'tag_id');
export const visitorId = idFilter('Visitor ID', 'visitor_id');

export const websiteId: INodeProperties = {
	displayName: 'Project Name or ID',
	name: 'website_id',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getWebsites' },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

export const websiteList: INodeProperties = {
	displayName: 'Project Names or IDs',
	name: 'website_list',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getWebsites' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

export const operatorId: INodeProperties = {
	displayName: 'Operator Name or ID',
	name: 'operator_id',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getOperators' },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

export const groupId: INodeProperties = {
	displayName: 'Group Name or ID',
	name: 'group_id',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getGroups' },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** @param span how far apart iAdvize lets the two be, in words; empty where it sets no limit */
export const dates = (span = ''): INodeProperties[] => [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description: `In the time zone of the project; it is sent as written${span}`,
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: `In the time zone of the project; it is sent as written${span}`,
	},
];
