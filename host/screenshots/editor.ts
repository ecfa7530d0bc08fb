import type { Page } from '../browser';
import { inEditor } from '../editor';
import type { Rest } from '../rest';

const SIZE = { width: 2400, height: 1500 };
const MARGIN_PX = 24;
/** What n8n draws around a node and does not count as its box: its name below, its outputs at the right. */
const AROUND_PX = { right: 130, bottom: 70 };

/** Everything of the editor that lies over the workflow. */
const OVERLAYS = `
	#sidebar, #header, [data-test-id="canvas-controls"], [data-test-id="logs-panel"],
	[data-test-id="main-header"], [class*="executionButtons"], [class*="nodeViewButton"],
	[class*="nodeButtonsWrapper"], .vue-flow__panel, .vue-flow__minimap { visibility: hidden !important; }`;

/** Saves a picture (PNG) of a workflow as the editor draws it, and of nothing around it. */
export async function pictureOfWorkflow(rest: Rest, workflowId: string, file: string) {
	await inEditor(
		rest,
		async (page) => {
			await page.goto(`${rest.url}/workflow/${workflowId}`);
			await page.locator('.vue-flow__node').first().waitFor();
			await closeChecklist(page);
			// n8n's key for fitting the workflow into the window.
			await page.keyboard.press('1');
			// The canvas glides to its new place.
			await page.waitForTimeout(1500);
			await page.addStyleTag({ content: OVERLAYS });
			await page.screenshot({ path: file, clip: await frameOf(page) });
		},
		{ viewport: SIZE },
	);
}

/** n8n lays a checklist over a workflow that was activated lately, a moment after it is shown. */
async function closeChecklist(page: Page): Promise<void> {
	const checklist = page.getByText('Production Checklist');
	const shown = await checklist.waitFor({ timeout: 3000 }).then(
		() => true,
		() => false,
	);
	if (!shown) return;
	await page.keyboard.press('Escape');
	await checklist.waitFor({ state: 'hidden' });
}

async function frameOf(page: Page) {
	const nodes = await page.locator('.vue-flow__node').all();
	const boxes = (await Promise.all(nodes.map((node) => node.boundingBox()))).filter(
		(box) => box !== null,
	);
	const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN_PX;
	const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN_PX;
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + AROUND_PX.right;
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + AROUND_PX.bottom;
	return { x: left, y: top, width: right - left, height: bottom - top };
}
