import type { Page } from '../../host/browser';
import { inEditor, part } from '../../host/editor';
import { startHost, type Host } from '../../host/host';
import { salesIqVendor } from '../../host/vendors/salesiq';
import { startSalesIqSimulator, type SalesIqSimulator } from '../../simulators/salesiq';

/** A credential of Zoho SalesIQ, from the first click in n8n's editor to "Account connected". */

jest.setTimeout(120_000);

let host: Host;
let salesIq: SalesIqSimulator;
beforeAll(async () => {
	salesIq = await startSalesIqSimulator();
	host = await startHost({ folder: 'e2e-connect', vendors: [salesIqVendor(salesIq)] });
}, 180_000);
afterAll(async () => {
	await host.stop();
}, 30_000);

const field = (page: Page, name: string) => part(page, `parameter-input-${name}`).locator('input');

async function openNewCredential(page: Page): Promise<void> {
	page.setDefaultTimeout(30_000);
	await page.goto(`${host.n8n.url}/home/credentials`);
	await part(page, 'add-resource-credential').click();
	await part(page, 'new-credential-type-select').locator('input').fill('Zoho SalesIQ');
	await page.getByRole('option', { name: 'Zoho SalesIQ OAuth2 API' }).click();
	await part(page, 'new-credential-type-button').click();
	await part(page, 'credential-edit-dialog').waitFor();
}

/** Clicks Connect, and hands over the consent page that opens. */
async function connect(page: Page): Promise<Page> {
	const opening = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Connect', exact: true }).click();
	const consent = await opening;
	await consent.getByRole('button', { name: 'Accept' }).waitFor();
	return consent;
}

test('the data center is asked for first; Connect leads through the consent page and back', async () => {
	await inEditor(host.rest, async (page) => {
		await openNewCredential(page);
		const fields = await part(page, 'credential-connection-parameter').allInnerTexts();
		expect(fields.map((text) => text.split('\n')[0]).slice(0, 3)).toEqual([
			'Data Center',
			expect.stringMatching(/^Client ID/),
			expect.stringMatching(/^Client Secret/),
		]);
		await field(page, 'clientId').fill(salesIq.access.clientId);
		await field(page, 'clientSecret').fill(salesIq.access.clientSecret);

		const consent = await connect(page);
		// What n8n asks of any login whose server it knows, and what the vendor does not document.
		const asked = salesIq.requests.map(({ path }) => path);
		expect(asked).toContain('/.well-known/oauth-protected-resource');
		const closed = consent.waitForEvent('close');
		await consent.getByRole('button', { name: 'Accept' }).click();
		await closed;
		await page.getByText('Account connected').waitFor();
	});
});

test('a consent that is refused connects nothing', async () => {
	await inEditor(host.rest, async (page) => {
		await openNewCredential(page);
		await field(page, 'clientId').fill(salesIq.access.clientId);
		await field(page, 'clientSecret').fill(salesIq.access.clientSecret);

		const consent = await connect(page);
		await consent.getByRole('button', { name: 'Reject' }).click();
		// n8n folds the reason away.
		await consent.getByText(/access_denied/).waitFor({ state: 'attached' });
		expect(await page.getByText('Account connected').isVisible()).toBe(false);
	});
});
