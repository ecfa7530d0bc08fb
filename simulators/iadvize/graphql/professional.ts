import type { Account, Operator } from '../account/model';
import { newOperator } from '../account/operatorRows';
import type { MutationPayload } from './userErrors';
import { done, refused } from './userErrors';

const roles = ['operator', 'manager', 'admin'];
const MIN_PASSWORD_LENGTH = 10;

export interface ProfessionalCreateInput {
	readonly email: string;
	readonly lastName: string;
	readonly pseudo: string;
	readonly roleName: string;
	readonly interfaceLanguage: string;
	readonly spokenLanguages: readonly string[];
	readonly projectIds: readonly number[];
	readonly skillIds: readonly number[];
	readonly firstName?: string | null;
	readonly externalId?: string | null;
	readonly groupId?: number | null;
	readonly samlUserId?: string | null;
	readonly password?: string | null;
}

export interface ProfessionalUpdateInput {
	readonly userId: number;
	readonly email?: string | null;
	readonly password?: string | null;
	readonly lastName?: string | null;
	readonly pseudo?: string | null;
	readonly roleName?: string | null;
	readonly interfaceLanguage?: string | null;
	readonly clickToCallPhoneNumber?: string | null;
	readonly firstName?: string | null;
	readonly spokenLanguages?: readonly string[] | null;
}

/** Creates a user; a password excludes `samlUserId` (contract §6.5). */
export function professionalCreate(
	account: Account,
	input: ProfessionalCreateInput,
): MutationPayload {
	const hasBoth = input.password != null && input.samlUserId != null;
	if (hasBoth || !isValid(account, input)) return refused('InvalidValueError');
	const id = Math.max(0, ...account.operators.map((operator) => operator.id)) + 1;
	account.operators.push(
		newOperator(id, {
			email: input.email,
			name: input.lastName,
			firstName: input.firstName ?? null,
			pseudo: input.pseudo,
			roles: [input.roleName],
			languageAdmin: input.interfaceLanguage,
			languageList: [...input.spokenLanguages],
			projectIds: [...input.projectIds],
			skillIds: [...input.skillIds],
			externalId: input.externalId ?? '',
			groupId: input.groupId ?? null,
		}),
	);
	return done;
}

/** Changes a user: null unsets the first name and leaves mandatory fields alone (contract §6.5). */
export function professionalUpdate(
	account: Account,
	input: ProfessionalUpdateInput,
): MutationPayload {
	const operator = account.operators.find(({ id }) => id === input.userId);
	if (!operator) return refused('NotFoundError');
	if (!isValid(account, input, operator)) return refused('InvalidValueError');
	operator.email = input.email ?? operator.email;
	operator.name = input.lastName ?? operator.name;
	operator.pseudo = input.pseudo ?? operator.pseudo;
	operator.roles = input.roleName == null ? operator.roles : [input.roleName];
	operator.languageAdmin = input.interfaceLanguage ?? operator.languageAdmin;
	operator.languageList = [...(input.spokenLanguages ?? operator.languageList)];
	operator.callConfig.phoneNumber = input.clickToCallPhoneNumber ?? operator.callConfig.phoneNumber;
	if (input.firstName !== undefined) operator.firstName = input.firstName;
	return done;
}

function isValid(
	account: Account,
	input: Pick<ProfessionalUpdateInput, 'email' | 'roleName' | 'password'>,
	current?: Operator,
): boolean {
	const { email, roleName, password } = input;
	if (roleName != null && !roles.includes(roleName)) return false;
	if (password != null && password.length < MIN_PASSWORD_LENGTH) return false;
	if (email == null) return true;
	const isTaken = account.operators.some((one) => one !== current && one.email === email);
	return email.includes('@') && !isTaken;
}
