import { NodeOperationError, type ICredentialsDecrypted, type IHookFunctions } from 'n8n-workflow';
import { testOf } from '../credentialTest';
import type { Vendor } from '../vendor';
import { requirePublicAddress } from './address';
import { dashboardWebhook, type Check } from './lifecycle';
import { headerNameIn, isUsableHeader } from './ownProof';
import { obstacleIn } from './ownSecret';

interface OwnToken {
	/** Its credential is called after it: `messangiWebhookApi`, "Messangi Webhook API". */
	vendor: Vendor;
	/** The header that is suggested, for vendors that can send one of the user's choice. */
	header?: string;
}

/**
 * What a trigger needs if its vendor signs nothing and has no API for webhooks: the user makes up a
 * token and enters it at both ends, so everything that can be checked is checked here.
 */
export function ownToken({ vendor, header = '' }: OwnToken) {
	const credentialType = `${vendor.value}WebhookApi`;
	// What to do about a header that cannot carry a token.
	const anotherHeader = `Choose a name of letters, digits and hyphens that has no other use, such as ${header}, in the credential and at the vendor`;

	async function requireToken(context: IHookFunctions): Promise<void> {
		const obstacle = obstacleIn(await context.getCredentials(credentialType));
		if (obstacle === undefined) return;
		throw new NodeOperationError(context.getNode(), obstacle.what, {
			description: `Open the credential "${vendor.name} Webhook API" and ${obstacle.mend}`,
		});
	}

	return {
		credentialType,

		/** Header that a call brings the secret in, in lower case. */
		headerIn: (credential: object | undefined): string =>
			headerNameIn(credential, header).toLowerCase(),

		/** For triggers that check a header: the one that the credential names can carry a token. */
		requireHeader: async (context: IHookFunctions): Promise<void> => {
			const name = headerNameIn(await context.getCredentials(credentialType), header);
			if (isUsableHeader(name)) return;
			throw new NodeOperationError(context.getNode(), `"${name}" can't be the name of the header`, {
				description: anotherHeader,
			});
		},

		/** Publishing checks that calls can arrive and be proved, and what else the trigger needs. */
		lifecycle: (...more: readonly Check[]) =>
			dashboardWebhook(
				requireToken,
				(context) => void requirePublicAddress(context, { vendor: vendor.shortName }),
				...more,
			),

		/** No one can be asked about a token, so the credential test reports what can be seen here. */
		testWebhookCredential: async ({ data }: ICredentialsDecrypted) => {
			const obstacle = obstacleIn(data);
			const isUsable = header === '' || isUsableHeader(headerNameIn(data, header));
			const fault = isUsable ? undefined : anotherHeader;
			return await testOf(
				obstacle ? `${obstacle.what}: ${obstacle.mend}` : fault,
				'The token is set. The first call that brings it will prove it.',
			);
		},
	};
}
