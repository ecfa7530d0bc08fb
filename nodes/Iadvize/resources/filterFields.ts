import type { INodeProperties } from 'n8n-workflow';
import { date, text } from '../../shared/operations/fields';
import { locator, pickLists } from '../../shared/operations/locators';

/** Filters that several lists share. Their names are the vendor's. */

const idFilter = (displayName: string, name: string) => text(displayName, name, '123');

export const conversationId = idFilter('Conversation ID', 'conversation_id');
export const parentId = idFilter('Parent ID', 'parent_id');
export const resourceId = idFilter('Resource ID', 'resource_id');
export const ruleId = idFilter('Rule ID', 'rule_id');
export const visitorId = idFilter('Visitor ID', 'visitor_id');

export const groupId = locator('Group', 'group_id', 'searchGroups', '123');
export const operatorId = locator('Operator', 'operator_id', 'searchOperators', '123');
export const skillId = locator('Skill', 'skill_id', 'searchSkills', '123');
export const tagId = locator('Tag', 'tag_id', 'searchTags', '123');
export const websiteId = locator('Project', 'website_id', 'searchWebsites', '335');
export const websiteList = pickLists('Project Names or IDs', 'website_list', 'getWebsites');
export const skillList = pickLists('Skill Names or IDs', 'skill_list', 'getSkills');

/** @param span how far apart iAdvize lets the two be, in words; empty where it sets no limit */
export const dates = (span = ''): INodeProperties[] =>
	[date('From', 'from'), date('To', 'to')].map((field) => ({
		...field,
		description: `In the time zone of the project; it is sent as written${span}`,
	}));
