import { z } from 'zod';
import type { Rest, StoredCredential } from './rest';
import { PUBLIC_URL } from './webhooks';

const SCOPES = ['workflow:list', 'execution:list', 'execution:read', 'execution:retry'];

/** What a workflow needs to ask n8n about itself; the key is made once, as n8n shows it only then. */
export async function ownApi({ call, credentials }: Rest): Promise<StoredCredential> {
	const known = (await credentials.list()).find(({ type }) => type === 'n8nApi');
	if (known) return known;
	const made = z.object({ data: z.object({ rawApiKey: z.string() }) });
	const draft = { label: 'Workflows of this n8n', expiresAt: null, scopes: SCOPES };
	const { rawApiKey } = (await call('POST', '/rest/api-keys', made, draft)).data;
	return await credentials.save({
		name: 'This n8n',
		type: 'n8nApi',
		data: { apiKey: rawApiKey, baseUrl: `${PUBLIC_URL}api/v1` },
	});
}
