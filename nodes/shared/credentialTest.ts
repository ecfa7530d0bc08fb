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
