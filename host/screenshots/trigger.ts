import type { Page } from '../browser';
import { deliver } from '../deliver';
import { inEditor, part } from '../editor';
import type { Host } from '../host';

const EVENT = 'v2.conversation.closed';

/** What n8n says of the execution, over its output. */
const OVERLAYS =
	'.el-notification, [role="tooltip"], .n8n-tooltip { visibility: hidden !important; }';

/** Saves a picture (PNG) of iAdvize's trigger in n8n's editor, after *Execute step* and an event. */
export async function pictureOfTrigger(host: Host, workflowId: string, file: string) {
	const show = async (page: Page) => {
		await page.goto(`${host.rest.url}/workflow/${workflowId}`);
		await page.locator('.vue-flow__node').filter({ hasText: 'Execute workflow' }).dblclick();
		await part(page, 'trigger-execute-button').click();
		await part(page, 'trigger-listening').waitFor();
		await deliver(host, 'iadvize', 'editor', (simulator, endpoint) =>
			simulator.sendBody(EVENT, simulator.exampleOf(EVENT), endpoint),
		);
		await part(page, 'output-panel').getByText('1 item').first().waitFor();
		await part(page, 'output-panel').getByText('JSON', { exact: true }).click();
		await page.addStyleTag({ content: OVERLAYS });
		await page.screenshot({ path: file });
	};
	await inEditor(host.rest, show, { viewport: { width: 1400, height: 900 } });
}
