import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { dashboardWebhook, requirePublicAddress } from '../shared/webhook/lifecycle';
import { requireSecret, testOwnSecret } from '../shared/webhook/ownSecret';
import { DEFAULT_HEADER, isUsableHeader, type ProofPlace } from './proof';

export const CREDENTIAL = 'messangiWebhookApi';

function headerNameIn(credential: object | undefined): string {
	const { headerName } = (credential ?? {}) as Record<string, unknown>;
	const name = typeof headerName === 'string' ? headerName.trim() : '';
	return name === '' ? DEFAULT_HEADER : name;
}

/** Where a call must bring its secret: the setting of the node, the name of the credential. */
export async function proofPlaceOf(context: IWebhookFunctions): Promise<ProofPlace> {
	const credential = await context.getCredentials(CREDENTIAL).catch(() => undefined);
	return {
		where: context.getNodeParameter('authentication') as ProofPlace['where'],
		headerName: headerNameIn(credential).toLowerCase(),
	};
}

/** Messangi has no API for webhooks, so activation checks that its calls can arrive and be proved. */
export const messangiWebhook = dashboardWebhook(async (context) => {
	await requireSecret(context, CREDENTIAL, 'Messangi Webhook API');
	await requireUsableHeader(context);
	requirePublicAddress(context, 'Messangi');
});

async function requireUsableHeader(context: IHookFunctions): Promise<void> {
	const name = headerNameIn(await context.getCredentials(CREDENTIAL));
	if (isUsableHeader(name)) return;
	throw new NodeOperationError(context.getNode(), `"${name}" can't be the name of the header`, {
		description: WHICH_HEADER,
	});
}

const WHICH_HEADER = `Choose a name of letters, digits and hyphens that is in no other use, such as ${DEFAULT_HEADER}, in the credential and at Messangi`;

/** There is nothing at Messangi to ask, so the test tells what can be seen here. */
export async function testWebhookCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	if (!isUsableHeader(headerNameIn(credential.data))) {
		return { status: 'Error', message: WHICH_HEADER };
	}
	return await testOwnSecret(credential);
}
