import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { graphQl, requireNoUserErrors } from '../api/graphQl';
import { legacyIds, projectIds, textList } from './graphQlOperation';
import { restIdParameter } from './ids';
import * as output from './outputs';

const text = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

const role: INodeProperties = {
	displayName: 'Role',
	name: 'roleName',
	type: 'options',
	default: 'operator',
	options: [
		{ name: 'Admin', value: 'admin' },
		{ name: 'Manager', value: 'manager' },
		{ name: 'Operator', value: 'operator' },
	],
};

const email = text('Email', 'email', 'e.g. ada@example.com');
const lastName = text('Last Name', 'lastName', 'e.g. Example');
const firstName = text('First Name', 'firstName', 'e.g. Ada');
const pseudo = text('Pseudonym', 'pseudo', 'e.g. Ada from the shop');
const interfaceLanguage = text('Interface Language', 'interfaceLanguage', 'e.g. en');
const spokenLanguages = text('Spoken Languages', 'spokenLanguages', 'e.g. en, fr');

const collection = (displayName: string, options: INodeProperties[]): INodeProperties => ({
	displayName,
	name: 'fields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});

const fieldsParameter = (context: IExecuteFunctions, item: number) =>
	context.getNodeParameter('fields', item, {}) as IDataObject;

export function professionalText(name: string): string {
	const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
	return `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { __typename } } }`;
}

async function mutate(context: IExecuteFunctions, name: string, input: IDataObject) {
	const request = { query: professionalText(name), variables: { input }, repeatable: false };
	const data = await graphQl(context, request);
	requireNoUserErrors(context, data, name);
	return { success: true, message: null };
}

const asList = (value: unknown) => (value === undefined ? undefined : textList(value));
const asIds = (value: unknown) => (value === undefined ? undefined : legacyIds(value));

const createProfessional: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create professional',
		description:
			'Create a user, who gets an invitation by email. What iAdvize gives back is not documented, so the answer says only that it worked.',
	},
	fields: [
		{ ...email, required: true },
		{ ...lastName, required: true },
		{ ...pseudo, required: true },
		role,
		{ ...interfaceLanguage, required: true, default: 'en' },
		{ ...spokenLanguages, required: true, default: 'en' },
		{ ...projectIds, required: true },
		collection('Additional Fields', [
			text('External ID', 'externalId', 'e.g. E-1024'),
			firstName,
			text('Group ID', 'groupId', 'e.g. 12'),
			text('SAML User ID', 'samlUserId', 'e.g. ada@example.com'),
			text('Skill IDs', 'skillIds', 'e.g. 12, 34'),
		]),
	],
	output: output.done,
	async run({ context, item }) {
		const read = (name: string) => context.getNodeParameter(name, item) as string;
		const { groupId, skillIds, ...others } = fieldsParameter(context, item);
		return await mutate(context, 'professionalCreate', {
			email: read('email'),
			lastName: read('lastName'),
			pseudo: read('pseudo'),
			roleName: read('roleName'),
			interfaceLanguage: read('interfaceLanguage'),
			spokenLanguages: textList(read('spokenLanguages')),
			projectIds: legacyIds(context.getNodeParameter('projectIds', item)),
			skillIds: asIds(skillIds) ?? [],
			groupId: asIds(groupId)?.[0],
			...others,
		});
	},
};

const updateProfessional: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update professional',
		description:
			'Change some fields of a user; the others stay as they are. What iAdvize gives back is not documented, so the answer says only that it worked.',
	},
	fields: [
		{ ...text('User ID', 'userId', 'e.g. 123'), required: true },
		collection('Update Fields', [
			email,
			firstName,
			interfaceLanguage,
			lastName,
			text('Phone Number for Calls', 'clickToCallPhoneNumber', 'e.g. +33100000000'),
			pseudo,
			role,
			spokenLanguages,
		]),
	],
	output: output.done,
	async run({ context, item }) {
		const { spokenLanguages: languages, ...others } = fieldsParameter(context, item);
		return await mutate(context, 'professionalUpdate', {
			userId: Number(restIdParameter(context, 'userId', item)),
			spokenLanguages: asList(languages),
			...others,
		});
	},
};

export const professional: Resource = {
	option: {
		name: 'Professional',
		value: 'professional',
		description: 'A user of iAdvize, by the newer API',
	},
	operations: [createProfessional, updateProfessional],
};
