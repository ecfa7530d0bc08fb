import type { Page } from './browser';

/**
 * Settings > Community nodes > Install, as a user clicks it; comes back when n8n lists the package.
 *
 * @param page n8n, logged in
 * @throws with what n8n says when it does not install it
 */
export async function installPackage(page: Page, url: string, name: string): Promise<void> {
	await page.goto(`${url}/settings/community-nodes`);
	await page
		.getByRole('button', { name: /^Install/ })
		.first()
		.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').fill(name);
	await dialog.getByText(/I understand the risks/).click();
	const answered = page.waitForResponse(
		(response) =>
			response.url().endsWith('/rest/community-packages') && response.request().method() === 'POST',
		{ timeout: 60_000 },
	);
	await dialog.getByRole('button', { name: 'Install' }).click();
	const answer = await answered;
	if (!answer.ok()) throw new Error(`n8n did not install ${name}: ${await answer.text()}`);
	await dialog.waitFor({ state: 'hidden' });
	await page.getByText(name, { exact: true }).first().waitFor();
}
