import type { IDataObject } from 'n8n-workflow';
import { textsIn, type Call } from '../../shared/operations/call';
import { collection, oneOf, required, text, updateFields } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { requireNoUserErrors } from '../api/graphQlAnswer';
import { graphQl } from '../api/graphQlRequest';
import { legacyIds, projectIds } from './graphQlFields';
import * as output from './graphQlOutputs';
import { restIdOf } from './ids';

const role = {
	...oneOf(
		'Role',
		'roleName',
		[
			['Admin', 'admin'],
			['Manager', 'manager'],
			['Operator', 'operator'],
		],
		'operator',
	),
	description: 'What the user may do in iAdvize',
};

const email = text(
	'Email',
	'email',
	'ada@example.com',
	'Email address of the user, who is invited there',
);
const lastName = text('Last Name', 'lastName', 'Example', 'Last name of the user');
const firstName = text('First Name', 'firstName', 'Ada');
const pseudo = text('Pseudonym', 'pseudo', 'Ada from the shop', 'Name to chat under');
const interfaceLanguage = text(
	'Interface Language',
	'interfaceLanguage',
	'en',
	'Language in which the user sees iAdvize, as a code of two letters',
);
const spokenLanguages = text(
	'Spoken Languages',
	'spokenLanguages',
	'en, fr',
	'Languages in which the user can chat, as codes of two letters, separated by commas',
);

export function professionalText(name: string): string {
	const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
	return `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { __typename } } }`;
}

async function mutate(call: Call, name: string, input: IDataObject) {
	const request = { query: professionalText(name), variables: { input }, repeatable: false };
	requireNoUserErrors(call, await graphQl(call, request), name);
	return { success: true, message: null };
}

const createProfessional: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create professional',
		description:
			'Create a user, who gets an invitation by email. What iAdvize returns is not documented, so the output only says that it worked.',
	},
	fields: [
		required(email),
		required(lastName),
		required(pseudo),
		role,
		required({ ...interfaceLanguage, default: 'en' }),
		required({ ...spokenLanguages, default: 'en' }),
		required(projectIds),
		collection(
			[
				text('External ID', 'externalId', 'E-1024'),
				firstName,
				text('Group ID', 'groupId', '12'),
				text('SAML User ID', 'samlUserId', 'ada@example.com'),
				text('Skill IDs', 'skillIds', '12, 34'),
			],
			{ name: 'fields' },
		),
	],
	output: output.done,
	run(call) {
		const { groupId, skillIds, ...others } = call.collection('fields');
		return mutate(call, 'professionalCreate', {
			email: call.text('email'),
			lastName: call.text('lastName'),
			pseudo: call.text('pseudo'),
			roleName: call.text('roleName'),
			interfaceLanguage: call.text('interfaceLanguage'),
			spokenLanguages: call.list('spokenLanguages'),
			projectIds: legacyIds(call.list('projectIds')),
			skillIds: legacyIds(skillIds),
			groupId: legacyIds(groupId)[0],
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
			'Change some fields of a user; the others stay as they are. What iAdvize returns is not documented, so the output only says that it worked.',
	},
	fields: [
		required(text('User ID', 'userId', '123', 'A whole number, as Operator: Get Many outputs it')),
		updateFields(
			[
				email,
				firstName,
				interfaceLanguage,
				lastName,
				text('Phone Number for Calls', 'clickToCallPhoneNumber', '+33100000000'),
				pseudo,
				role,
				spokenLanguages,
			],
			'fields',
		),
	],
	output: output.done,
	run(call) {
		const { spokenLanguages: languages, ...others } = call.collection('fields');
		return mutate(call, 'professionalUpdate', {
			userId: Number(restIdOf(call, 'userId')),
			spokenLanguages: languages === undefined ? undefined : textsIn(languages),
			...others,
		});
	},
};

export const professional: Resource = {
	option: {
		name: 'Professional',
		value: 'professional',
		description: 'An iAdvize user, in the newer API',
	},
	operations: [createProfessional, updateProfessional],
};
