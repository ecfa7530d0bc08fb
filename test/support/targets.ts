import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import type { Call } from './run';
import { exampleNamesOf, exampleOf } from './vendorExamples';

/** A trigger as strangers find it, with what only its vendor knows. */
export interface Target {
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** What must never be told. */
	secrets: readonly string[];
	/** Bodies that the vendor prints. */
	examples: readonly unknown[];
	/** What an element of a list must look like for that list to be read to its end. */
	listOf: (elements: unknown[]) => unknown;
	/** The same call with a proof that fits, in a place where the trigger looks. */
	proved: (call: Call) => Call;
}

const token = 'ExampleWebhookToken0123456789abcdef';
const previousToken = 'PreviousWebhookToken0123456789abcd';
const secretToken = 'ExampleSecretTokenOfIadvize0123456789';

// Small, as it signs many calls; no larger one would prove more here.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });

const bytesOf = ({ rawBody = Buffer.alloc(0) }: Call) => rawBody;
const withHeader = (name: string, value: string) => (call: Call) => ({
	...call,
	headers: { ...call.headers, [name]: value },
});

const own = { token, previousToken };
const examplesOf = (vendor: string): unknown[] =>
	exampleNamesOf(vendor).map((name) => JSON.parse(exampleOf(vendor, name).toString()) as unknown);
const asList = (elements: unknown[]) => elements;

/** Every trigger of the pack. */
export const targets: readonly Target[] = [
	{
		node: 'iadvizeTrigger',
		parameters: { events: ['*'] },
		credentials: { iadvizeWebhookApi: { secretToken, previousSecretToken: previousToken } },
		secrets: [secretToken, previousToken],
		examples: examplesOf('iadvize'),
		listOf: asList,
		proved: (call) => {
			const digest = createHmac('sha256', secretToken).update(bytesOf(call)).digest('hex');
			return withHeader('x-iadvize-signature', `sha256=${digest}`)(call);
		},
	},
	{
		node: 'zohoSalesIqTrigger',
		parameters: {
			events: ['*'],
			options: { publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string },
		},
		credentials: { zohoSalesIqOAuth2Api: { clientSecret: token, accessToken: previousToken } },
		secrets: [token, previousToken],
		examples: examplesOf('salesiq'),
		listOf: asList,
		proved: (call) => {
			const signature = sign('sha256', bytesOf(call), privateKey).toString('base64');
			return withHeader('x-siqsignature', signature)(call);
		},
	},
	{
		node: 'amplifyReachTrigger',
		parameters: { events: ['*'] },
		credentials: { amplifyReachWebhookApi: own },
		secrets: [token, previousToken],
		examples: examplesOf('amplifyreach'),
		listOf: asList,
		proved: (call) => ({ ...call, query: { ...call.query, token } }),
	},
	{
		node: 'amplifyReachBotTrigger',
		parameters: {},
		credentials: { amplifyReachWebhookApi: own },
		secrets: [token, previousToken],
		examples: [{ order: 'A-1042', email: 'grace@example.com' }],
		listOf: asList,
		proved: withHeader('x-amplifyreach-token', token),
	},
	{
		node: 'messangiTrigger',
		parameters: { events: ['*'] },
		credentials: { messangiWebhookApi: own },
		secrets: [token, previousToken],
		examples: examplesOf('messangi'),
		listOf: asList,
		proved: withHeader('x-messangi-token', token),
	},
	{
		node: 'swiftsellTrigger',
		parameters: { events: ['*'] },
		credentials: { swiftsellWebhookApi: own },
		secrets: [token, previousToken],
		examples: examplesOf('swiftsell').flatMap((body) => (body as { events: unknown[] }).events),
		listOf: (events) => ({ events }),
		proved: withHeader('token', token),
	},
];
