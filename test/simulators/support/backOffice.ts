import { startBackOffice, type BackOffice } from '../../../simulators/backOffice';

interface Answer {
	status: number;
	body: unknown;
}

/** A text body goes as it is, anything else as JSON. */
export async function call(
	address: string,
	authorization: string,
	method = 'GET',
	body?: unknown,
): Promise<Answer> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(address, {
		method,
		headers: { authorization, 'content-type': 'application/json' },
		...(body !== undefined && { body: text }),
	});
	return { status: response.status, body: await response.json() };
}

export const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** A back office for the tests of one file, as new before each. */
export function useBackOffice() {
	let office: BackOffice;
	beforeAll(async () => {
		office = await startBackOffice();
	});
	beforeEach(() => {
		office.reset();
	});
	afterAll(async () => {
		await office.stop();
	});
	const hubspot = (path: string, method?: string, body?: unknown) =>
		call(office.hubspot.url + path, `Bearer ${office.hubspot.appToken}`, method, body);
	const zendesk = (path: string, method?: string, body?: unknown) => {
		const { url, email, apiToken } = office.zendesk;
		return call(url + path, basic(`${email}/token`, apiToken), method, body);
	};
	return {
		get office() {
			return office;
		},
		hubspot,
		zendesk,
		upsert: (email: string, values: Record<string, unknown> = {}) =>
			hubspot(`/contacts/v1/contact/createOrUpdate/email/${email}`, 'POST', {
				properties: Object.entries(values).map(([property, value]) => ({ property, value })),
			}),
		ticket: (draft: object) => zendesk('/api/v2/tickets.json', 'POST', { ticket: draft }),
	};
}

/** How HubSpot says no. */
export const HUBSPOT_ERROR = {
	status: 'error',
	correlationId: expect.any(String) as string,
};
