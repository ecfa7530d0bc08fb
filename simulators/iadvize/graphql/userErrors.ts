type UserErrorName = 'InvalidValueError' | 'NotFoundError' | 'NotAllowedError';

/** A mutation's answer: `userErrors` is null when it was carried out (contract §6.1). */
export interface MutationPayload {
	readonly userErrors: readonly { readonly __typename: UserErrorName }[] | null;
}

export const done: MutationPayload = { userErrors: null };

export function refused(name: UserErrorName): MutationPayload {
	return { userErrors: [{ __typename: name }] };
}
