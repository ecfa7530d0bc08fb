import { generateKeyPairSync, sign } from 'node:crypto';
import type { Target } from '../targets';
import { bodiesOf } from '../vendorExamples';

const clientSecret = 'ExampleClientSecret0123456789abcdef';
const accessToken = 'ExampleAccessToken0123456789abcdefg';

// Small, as it signs many calls; no larger one would prove more here.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });

/** In the address at which SalesIQ calls, and nowhere else. */
const token = 'ExampleAddressTokenOfSalesIq01234';
const registration = {
	id: '1',
	keys: [{ id: '1', key: publicKey.export({ type: 'spki', format: 'pem' }) as string }],
	token,
	appIds: [],
};

export const targets: readonly Target[] = [
	{
		node: 'zohoSalesIqTrigger',
		parameters: { events: ['*'] },
		credentials: { zohoSalesIqOAuth2Api: { clientSecret, accessToken } },
		staticData: { 'node:Zoho SalesIQ Trigger': { registrations: { data: registration } } },
		secrets: [token, clientSecret, accessToken],
		examples: bodiesOf('salesiq'),
		listOf: (elements) => elements,
		proved(call) {
			const { rawBody = Buffer.alloc(0), headers, query } = call;
			const signature = sign('sha256', rawBody, privateKey).toString('base64');
			return {
				...call,
				headers: { ...headers, 'x-siqsignature': signature },
				query: { ...query, token },
			};
		},
	},
];
