import { generateKeyPairSync, sign } from 'node:crypto';
import type { Target } from '../targets';
import { bodiesOf } from '../vendorExamples';

const clientSecret = 'ExampleClientSecret0123456789abcdef';
const accessToken = 'ExampleAccessToken0123456789abcdefg';

// Small, as it signs many calls; no larger one would prove more here.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });

export const targets: readonly Target[] = [
	{
		node: 'zohoSalesIqTrigger',
		parameters: {
			events: ['*'],
			options: { publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string },
		},
		credentials: { zohoSalesIqOAuth2Api: { clientSecret, accessToken } },
		secrets: [clientSecret, accessToken],
		examples: bodiesOf('salesiq'),
		listOf: (elements) => elements,
		proved(call) {
			const { rawBody = Buffer.alloc(0), headers } = call;
			const signature = sign('sha256', rawBody, privateKey).toString('base64');
			return { ...call, headers: { ...headers, 'x-siqsignature': signature } };
		},
	},
];
