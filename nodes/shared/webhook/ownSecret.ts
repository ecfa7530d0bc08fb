import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';

/**
 * A secret that the user makes up and enters at both ends, for vendors that sign nothing. Credentials
 * hold it as `token`, and the one before it as `previousToken` while it is being replaced.
 */

/** What is easily guessed keeps no one out. */
const MIN_CHARACTERS = 32;

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Both secrets of a credential without the blanks of a careless paste; none of them is empty. */
export function secretsIn(credential: object | undefined): string[] {
	const { token, previousToken } = (credential ?? {}) as Record<string, unknown>;
	return [trimmed(token), trimmed(previousToken)].filter((secret) => secret !== '');
}

/** The secrets that a caller may bring. */
export async function ownSecrets(
	context: IWebhookFunctions | IHookFunctions,
	credentialType: string,
): Promise<string[]> {
	return secretsIn(await context.getCredentials(credentialType));
}

/** @throws NodeOperationError for what the test of the credential refuses, too */
export async function requireSecret(
	context: IHookFunctions,
	credentialType: string,
	credentialName: string,
): Promise<void> {
	const obstacle = obstacleIn(await context.getCredentials(credentialType));
	if (obstacle === undefined) return;
	throw new NodeOperationError(context.getNode(), obstacle.what, {
		description: `Open the credential "${credentialName}" and ${obstacle.mend}`,
	});
}

/** There is no one to ask about a secret of the user's own, so the test tells what can be seen here. */
export async function testOwnSecret({
	data,
}: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const obstacle = obstacleIn(data ?? {});
	return await Promise.resolve(
		obstacle === undefined
			? { status: 'OK', message: 'The token is set. The first call that brings it will prove it.' }
			: { status: 'Error', message: `${obstacle.what}: ${obstacle.mend}` },
	);
}

interface Obstacle {
	what: string;
	/** Goes on after "Open the credential and". */
	mend: string;
}

function obstacleIn(credential: object): Obstacle | undefined {
	const { token, previousToken } = credential as Record<string, unknown>;
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
	if (!/^[\w-]+$/.test(secret)) return 'has signs that get lost on the way';
	return secret.length < MIN_CHARACTERS ? 'is too short, so it is easily guessed' : undefined;
}
