import type { Account, Client, Group, Project, Skill, Tag } from '../account/model';
import { restDate } from './dates';
import { matching } from './filters';
import type { Resource } from './resource';

export const clientResource: Resource<Client> = {
	name: 'client',
	hasOne: true,
	rows: (account) => account.clients,
	idOf: (client) => client.id,
	filters: () => ({}),
	fields: (client) => ({ lang: client.lang, premium_enabled: client.premiumEnabled }),
};

export const websiteResource: Resource<Project> = {
	name: 'website',
	hasOne: true,
	rows: (account) => account.projects,
	idOf: (project) => project.id,
	filters: () => ({}),
	fields: (project) => ({
		url: project.url,
		label: project.name,
		client_id: project.clientId,
		currency: project.currency,
		language_admin: project.languageAdmin,
		timezone: project.timezone,
	}),
};

export const groupResource: Resource<Group> = {
	name: 'group',
	hasOne: true,
	rows: (account) => account.groups,
	idOf: (group) => group.id,
	filters: () => ({ parent_id: matching((group) => group.parentId) }),
	fields: (group, account) => ({
		name: group.name,
		created_at: restDate(group.createdAt),
		parent_id: group.parentId,
		operator_list: account.operators
			.filter((operator) => operator.groupId === group.id)
			.map((operator) => operator.id),
		parent_list: parentsOf(group, account),
	}),
};

export const skillResource: Resource<Skill> = {
	name: 'skill',
	hasOne: true,
	rows: (account) => account.skills,
	idOf: (skill) => skill.id,
	filters: (account) => ({
		operator_id: matching((skill) => operatorsWith(skill, account)),
		parent_id: matching((skill) => skill.parentId),
	}),
	fields: (skill, account) => ({
		name: skill.name,
		order: skill.order,
		created_at: restDate(skill.createdAt),
		parent_id: skill.parentId,
		operator_list: operatorsWith(skill, account),
	}),
};

export const tagResource: Resource<Tag> = {
	name: 'tag',
	hasOne: true,
	rows: (account) => account.tags,
	idOf: (tag) => tag.id,
	filters: () => ({ website_id: matching((tag) => tag.projectIds) }),
	fields: (tag) => ({ name: tag.name, website_id: tag.projectIds }),
};

function operatorsWith(skill: Skill, account: Account): number[] {
	return account.operators
		.filter((operator) => operator.skillIds.includes(skill.id))
		.map((operator) => operator.id);
}

function parentsOf(group: Group, account: Account): number[] {
	const parent = account.groups.find(({ id }) => id === group.parentId);
	return parent ? [...parentsOf(parent, account), parent.id] : [];
}
