import path from 'node:path';
import type { Page } from '../../host/browser';
import { part } from '../../host/editor';
import { root } from '../../host/paths';
import type { CredentialDraft } from '../../host/rest';
import type { Person } from './person';

/** What n8n shows for values that are chosen from a list, where they are not what it begins with. */
const LABELS: Readonly<Record<string, string>> = { login: 'User and Password' };

/** The steps of a set-up in n8n's editor, whose buttons and fields have names for tests. */
export function editorAt(page: Page, person: Person) {
	const at = (id: string, within: Pick<Page, 'locator'> = page) => part(within, id);
	const dialog = at('editCredential-modal');

	/** Fills in what the dialog asks for and does not know by itself. */
	async function fillIn({ data }: CredentialDraft): Promise<void> {
		for (const [name, value] of Object.entries(data)) {
			const field = at(`parameter-input-${name}`, dialog);
			if ((await field.count()) === 0 || value === '') continue;
			const toggle = field.getByRole('switch');
			if ((await toggle.count()) > 0) {
				const isOn = (await toggle.getAttribute('aria-checked')) === 'true';
				if (isOn !== value) await person.click(field.locator('.el-switch__core'));
				continue;
			}
			const input = field.locator('input, textarea').first();
			const isList = (await input.getAttribute('role')) === 'combobox';
			const wanted = isList ? (LABELS[String(value)] ?? '') : String(value);
			if ((await input.inputValue()) === wanted || wanted === '') continue;
			if (isList) {
				await person.click(input);
				await person.click(page.getByRole('option', { name: wanted }));
			} else await person.write(input, wanted);
		}
	}

	/** Accepts at the vendor, in the window that n8n opens. */
	async function connect(): Promise<void> {
		const opened = page.waitForEvent('popup');
		await person.click(dialog.getByRole('button', { name: 'Connect', exact: true }));
		const consentPage = await opened;
		await person.click(consentPage.getByRole('button', { name: 'Accept' }));
	}

	async function makeCredential(drafts: readonly CredentialDraft[]): Promise<void> {
		await dialog.waitFor();
		const title = await dialog.innerText();
		const draft = drafts.find(({ name }) => title.slice(0, 80).includes(name));
		if (!draft) throw new Error(`There are no values for the credential "${title.slice(0, 80)}"`);
		await fillIn(draft);
		if (draft.isOAuth2) await connect();
		else await person.click(at('credential-save-button', dialog));
		// n8n closes the dialog by itself once the credential is saved and its test is passed.
		await dialog.waitFor({ state: 'hidden' });
	}

	return {
		/** Menu > Import > From file. */
		async importFile(template: string): Promise<void> {
			await person.click(at('workflow-menu'));
			await person.click(page.getByText('Import', { exact: true }));
			const chooser = page.waitForEvent('filechooser');
			await person.click(page.getByText('From file', { exact: false }).last());
			await (await chooser).setFiles(path.join(root, 'templates', `${template}.json`));
			await at('canvas-node').last().waitFor();
			// The canvas glides to its place.
			await page.waitForTimeout(1000);
		},

		async openNode(name: string): Promise<void> {
			await person.doubleClick(
				page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`),
			);
			await at('ndv').waitFor();
			// The panel glides in.
			await page.waitForTimeout(500);
		},

		async closeNode(): Promise<void> {
			await person.click(at('ndv-close-button'));
			await at('ndv').waitFor({ state: 'hidden' });
		},

		/** The credentials that the open node lacks; n8n puts one that has been made in by itself. */
		async giveCredentials(drafts: readonly CredentialDraft[]): Promise<void> {
			const missing = page.getByRole('button', { name: /^Connect to / });
			for (let left = await missing.count(); left > 0; left = await missing.count()) {
				await person.click(missing.first());
				await makeCredential(drafts);
				await missing.nth(left - 1).waitFor({ state: 'detached' });
			}
		},

		/** The first entry of the list, where the open node asks for a portal and has none. */
		async choosePortal(): Promise<void> {
			const list = at('rlc-input', at('resource-locator-portal'));
			if ((await list.count()) === 0 || (await list.inputValue()) !== '') return;
			await person.click(list);
			await person.click(at('rlc-item').first());
		},

		/** Writes into a field of the open node. */
		async write(parameter: string, text: string): Promise<void> {
			const field = at(`parameter-input-${parameter}`);
			await person.write(field.locator('input, textarea, .cm-content').first(), text);
		},

		/** Webhook URLs > Production URL > click to copy. */
		async copyAddress(): Promise<void> {
			await person.click(page.getByText('Webhook URLs', { exact: true }));
			await person.click(at('ndv').getByText('Production URL').first());
			await person.click(at('ndv').locator('.webhook-url').first());
		},

		async publish(): Promise<void> {
			await person.click(at('workflow-open-publish-modal-button'));
			await person.click(at('workflow-publish-button'));
			await at('workflowPublish-modal').waitFor({ state: 'hidden' });
		},
	};
}
