import { createHmac } from 'node:crypto';
import type { Target } from '../targets';
import { bodiesOf } from '../vendorExamples';

const secretToken = 'ExampleSecretTokenOfIadvize0123456789';
const previousSecretToken = 'PreviousWebhookToken0123456789abcd';

export const targets: readonly Target[] = [
	{
		node: 'iadvizeTrigger',
		parameters: { events: ['*'] },
		credentials: { iadvizeWebhookApi: { secretToken, previousSecretToken } },
		secrets: [secretToken, previousSecretToken],
		examples: bodiesOf('iadvize'),
		listOf: (elements) => elements,
		proved(call) {
			const { rawBody = Buffer.alloc(0), headers } = call;
			const digest = createHmac('sha256', secretToken).update(rawBody).digest('hex');
			return { ...call, headers: { ...headers, 'x-iadvize-signature': `sha256=${digest}` } };
		},
	},
];
