import {
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { dashboardWebhook, requirePublicAddress } from '../shared/webhook/lifecycle';
import {
	proofHeaderOf,
	requireUsableHeader,
	testOwnProof,
	type ProofPlace,
} from '../shared/webhook/ownProof';
import { requireSecret } from '../shared/webhook/ownSecret';

export const CREDENTIAL = 'messangiWebhookApi';

const DEFAULT_HEADER = 'X-Messangi-Token';

/** Where a call must bring its secret: the setting of the node, the name of the credential. */
export async function proofPlaceOf(context: IWebhookFunctions): Promise<ProofPlace> {
	return {
		where: context.getNodeParameter('authentication') as ProofPlace['where'],
		headerName: await proofHeaderOf(context, CREDENTIAL, DEFAULT_HEADER),
	};
}

/** Messangi has no API for webhooks, so activation checks that its calls can arrive and be proved. */
export const messangiWebhook = dashboardWebhook(async (context) => {
	await requireSecret(context, CREDENTIAL, 'Messangi Webhook API');
	await requireUsableHeader(context, CREDENTIAL, DEFAULT_HEADER);
	requirePublicAddress(context, 'Messangi');
});

/** There is nothing at Messangi to ask, so the test tells what can be seen here. */
export async function testWebhookCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testOwnProof(credential, DEFAULT_HEADER);
}
