import { trimmed } from '../fields';

/**
 * A secret that the user makes up and enters at both ends, for vendors that sign nothing. Credentials
 * hold it as `token`, and the one before it as `previousToken` while it is being replaced.
 */

/** What is easily guessed keeps no one out. */
const MIN_CHARACTERS = 32;

/** Both secrets of a credential, without the spaces of a careless paste; neither is empty. */
export function secretsIn(credential: object | undefined): string[] {
	const { token, previousToken } = (credential ?? {}) as Record<string, unknown>;
	return [trimmed(token), trimmed(previousToken)].filter((secret) => secret !== '');
}

/** What is wrong with a credential. */
interface Obstacle {
	what: string;
	/** Goes on after "Open the credential and". */
	mend: string;
}

/** What is wrong with the secrets of a credential, as far as can be seen without the vendor. */
export function obstacleIn(credential: object | undefined): Obstacle | undefined {
	const { token, previousToken } = (credential ?? {}) as Record<string, unknown>;
	const fault = faultOf(trimmed(token));
	if (fault !== undefined) {
		const mend = `make up a token of ${MIN_CHARACTERS} or more letters, digits, - and _; enter the same at the vendor`;
		return { what: `The token ${fault}`, mend };
	}
	// A weak one opens the door for as long as it is accepted.
	const previous = trimmed(previousToken);
	const faultOfPrevious = previous === '' ? undefined : faultOf(previous);
	if (faultOfPrevious === undefined) return undefined;
	return { what: `The previous token ${faultOfPrevious}`, mend: 'empty the field Previous Token' };
}

function faultOf(secret: string): string | undefined {
	if (secret === '') return 'is empty';
	if (!/^[\w-]+$/.test(secret)) return 'contains characters that get lost on the way';
	return secret.length < MIN_CHARACTERS ? 'is too short, so it is easily guessed' : undefined;
}
