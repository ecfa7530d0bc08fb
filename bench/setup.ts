import path from 'node:path';
import { inEditor } from '../host/editor';
import { startHost, type Host } from '../host/host';
import { stockPromoCodes } from '../host/promoCodes';
import type { CredentialDraft } from '../host/rest';
import { readTemplate } from '../host/templates';
import { vendors as startVendor } from '../host/vendors';
import { PUBLIC_URL } from '../host/webhooks';
import { editorAt } from './setup/editor';
import { personAt } from './setup/person';
import { SET_UPS, type SetUp } from './setup/templates';
import { figure, table } from './support/table';

const TIMEOUT_MS = 60_000;

/** How n8n's dialog calls the credentials of the host, whose own names say that they are simulated. */
const TITLES: Readonly<Record<string, string>> = {
	'Inbox of the host': 'SMTP',
	'Login of the owner': 'Basic Auth',
};
const asTheDialogSays = (draft: CredentialDraft): CredentialDraft => ({
	...draft,
	name: TITLES[draft.name] ?? draft.name.replace(' (simulated)', ''),
});

/**
 * How long a person takes to make a template work: every step is done in n8n's editor, in Chromium,
 * with no credentials there yet, and each workflow is published at the end.
 */
async function main(wanted: readonly string[]): Promise<void> {
	const vendors = await Promise.all(Object.values(startVendor).map((start) => start()));
	const host = await startHost({ folder: 'bench-setup', vendors, say: console.log });
	try {
		await stockPromoCodes(host.rest);
		const rows = [];
		for (const setUp of SET_UPS) {
			if (wanted.length > 0 && !wanted.includes(setUp.template)) continue;
			console.log(`Setting up ${setUp.template}`);
			const { clicks, words, minutes } = await setItUp(host, setUp);
			rows.push([setUp.template, String(clicks), String(words), figure(minutes, 1)]);
		}
		console.log(table(['template', 'clicks', 'words to read', 'minutes'], rows));
	} finally {
		await host.stop();
	}
}

async function setItUp(host: Host, { template, nodes, enterAddress }: SetUp) {
	const { rest, proxy, credentialDrafts } = host;
	for (const stored of await rest.credentials.list()) await rest.credentials.remove(stored);
	const { imported } = await readTemplate(template);
	const note = imported.nodes.find(({ type }) => type.endsWith('.stickyNote'));
	const session = { url: PUBLIC_URL.replace(/\/$/, ''), cookie: rest.cookie };
	const sum = await inEditor(
		session,
		async (page) => {
			page.setDefaultTimeout(TIMEOUT_MS);
			const person = personAt(page);
			const editor = editorAt(page, person);
			await page.goto(`${session.url}/workflow/new`);
			try {
				await editor.importFile(template);
				person.read(String(note?.parameters.content));
				for (const [node, fields] of Object.entries(nodes)) {
					await editor.openNode(node);
					await editor.giveCredentials(credentialDrafts.map(asTheDialogSays));
					await editor.choosePortal();
					for (const [field, text] of Object.entries(fields)) await editor.write(field, text);
					await editor.closeNode();
				}
				await editor.publish();
				if (enterAddress) {
					await editor.openNode(Object.keys(nodes)[0] ?? '');
					await editor.copyAddress();
					person.enterAtVendor();
				}
			} catch (error) {
				const picture = path.join(host.folder, `${template}.png`);
				await page.screenshot({ path: picture });
				throw new Error(`${(error as Error).message}; ${picture} shows the editor`);
			}
			return person.sum();
		},
		{
			ignoreHTTPSErrors: true,
			proxy: { server: proxy.url },
			permissions: ['clipboard-read', 'clipboard-write'],
		},
	);
	const workflow = await rest.workflows.byName(imported.name);
	if (!workflow?.active) throw new Error(`${template} is not published after its setup`);
	await rest.workflows.deactivate(workflow.id);
	await rest.workflows.remove(workflow.id);
	return sum;
}

main(process.argv.slice(2)).then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
