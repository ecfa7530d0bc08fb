import type { INodeCredentialTestResult } from 'n8n-workflow';

/** The answer of a credential test that asks nobody: it tells what can be seen without the vendor. */
export const testOf = async (
	fault: string | undefined,
	otherwise: string,
): Promise<INodeCredentialTestResult> =>
	await Promise.resolve(
		fault === undefined
			? { status: 'OK', message: otherwise }
			: { status: 'Error', message: fault },
	);

/** A rule of a test that asks the vendor: what its HTTP status means, and what to do. */
export const refusedWith = (value: number, message: string) =>
	({ type: 'responseCode', properties: { value, message } }) as const;

/**
 * The address to ask, always by https whatever was pasted: a secret must not travel in the clear.
 *
 * @param expression of n8n, for the address without a path
 */
export const secureAddress = (expression: string) =>
	`={{ "https://" + (${expression}).trim().replace(/^https:\\/\\//i, "").replace(/\\/+$/, "") }}`;
