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

/** @throws NodeOperationError when there is no secret, so that every call would be refused */
export async function requireSecret(
	context: IHookFunctions,
	credentialType: string,
	credentialName: string,
): Promise<void> {
	if ((await ownSecrets(context, credentialType)).length > 0) return;
	throw new NodeOperationError(context.getNode(), 'There is no token to know the vendor by', {
		description: `Open the credential "${credentialName}" and enter a token of your own: ${MIN_CHARACTERS} or more letters and digits. Without it every call is refused.`,
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
			: { status: 'Error', message: obstacle },
	);
}

function obstacleIn(credential: object): string | undefined {
	const secrets = secretsIn(credential);
	if (trimmed((credential as { token?: unknown }).token) === '') {
		return 'The token is empty: enter one of your own';
	}
	if (secrets.some((secret) => !/^[\w-]+$/.test(secret))) {
		return 'A token may hold only letters, digits, - and _: others get lost on the way';
	}
	const isGuessed = secrets.some((secret) => secret.length < MIN_CHARACTERS);
	return isGuessed
		? `The token is easily guessed: make it ${MIN_CHARACTERS} or more characters long`
		: undefined;
}
