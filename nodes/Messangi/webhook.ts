import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { dashboardWebhook, requirePublicAddress } from '../shared/webhook/lifecycle';
import {
	headerNameIn,
	isUsableHeader,
	whichHeader,
	type ProofPlace,
} from '../shared/webhook/ownProof';
import { requireSecret, testOwnSecret } from '../shared/webhook/ownSecret';

export const CREDENTIAL = 'messangiWebhookApi';

const DEFAULT_HEADER = 'X-Messangi-Token';

/** Where a call must bring its secret: the setting of the node, the name of the credential. */
export async function proofPlaceOf(context: IWebhookFunctions): Promise<ProofPlace> {
	const credential = await context.getCredentials(CREDENTIAL).catch(() => undefined);
	return {
		where: context.getNodeParameter('authentication') as ProofPlace['where'],
		headerName: headerNameIn(credential, DEFAULT_HEADER).toLowerCase(),
	};
}

/** Messangi has no API for webhooks, so activation checks that its calls can arrive and be proved. */
export const messangiWebhook = dashboardWebhook(async (context) => {
	await requireSecret(context, CREDENTIAL, 'Messangi Webhook API');
	await requireUsableHeader(context);
	requirePublicAddress(context, 'Messangi');
});

async function requireUsableHeader(context: IHookFunctions): Promise<void> {
	const name = headerNameIn(await context.getCredentials(CREDENTIAL), DEFAULT_HEADER);
	if (isUsableHeader(name)) return;
	throw new NodeOperationError(context.getNode(), `"${name}" can't be the name of the header`, {
		description: whichHeader(DEFAULT_HEADER),
	});
}

/** There is nothing at Messangi to ask, so the test tells what can be seen here. */
export async function testWebhookCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	if (!isUsableHeader(headerNameIn(credential.data, DEFAULT_HEADER))) {
		return { status: 'Error', message: whichHeader(DEFAULT_HEADER) };
	}
	return await testOwnSecret(credential);
}
