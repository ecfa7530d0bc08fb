import type { IWebhookFunctions } from 'n8n-workflow';
import { credentialOf } from '../../../nodes/shared/webhook/keptCredential';

const TYPE = 'exampleWebhookApi';

/** A call to a trigger with the credential of this ID. */
function callWith(id: string | null) {
	const getCredentials = jest.fn(() => Promise.resolve({ token: id }));
	const context = {
		getMode: () => 'webhook',
		getNode: () => ({ credentials: { [TYPE]: { id, name: 'Example' } } }),
		getCredentials,
	} as unknown as IWebhookFunctions;
	return { getCredentials, read: async () => await credentialOf(context, TYPE) };
}

test('no more than a thousand are kept: the oldest goes', async () => {
	const calls = Array.from({ length: 1_001 }, (_, number) => callWith(String(number)));
	for (const { read } of calls) await read();
	for (const { read } of [...calls].reverse()) await read();
	const counts = calls.map(({ getCredentials }) => getCredentials.mock.calls.length);
	expect(counts).toEqual([2, ...Array.from({ length: 1_000 }, () => 1)]);
});

test('one without an ID is read for each call', async () => {
	const { getCredentials, read } = callWith(null);
	expect([await read(), await read()]).toEqual([{ token: null }, { token: null }]);
	expect(getCredentials).toHaveBeenCalledTimes(2);
});
