import type { Page } from '../../host/browser';
import { deliver, NobodyListens } from '../../host/deliver';
import { inEditor, part } from '../../host/editor';
import { startHost, type Host } from '../../host/host';
import { vendors } from '../../host/vendors';
import type { Vendor } from '../../host/vendors/vendor';
import type { Workflow } from '../../host/workflows';
import type { SalesIqSimulator } from '../../simulators/salesiq';
import { hearNode } from './support/hear';

/** The click on *Execute step* in n8n's editor, and an event that comes while it listens. */

jest.setTimeout(180_000);

let host: Host;
let workflow: Workflow;

const nameOf = ({ simulator }: Vendor) => `On ${simulator.vendor}`;
const send = (vendor: Vendor, forged = false) =>
	deliver(host, vendor.simulator.vendor, 'editor', (simulator, endpoint) =>
		simulator.sendBody(vendor.example, simulator.exampleOf(vendor.example), endpoint, { forged }),
	);

beforeAll(async () => {
	const started = await Promise.all(Object.values(vendors).map((start) => start()));
	host = await startHost({ folder: 'e2e-editor', vendors: started });
	const nodes = await Promise.all(
		started.map(async (vendor, index) => ({
			...(await hearNode(host, vendor, {
				...vendor.parameters,
				events: vendor.registers ? [vendor.example] : ['*'],
			})),
			name: nameOf(vendor),
			position: [0, index * 200],
		})),
	);
	workflow = await host.rest.workflows.create({ name: 'Try', nodes, connections: {} });
}, 180_000);
afterAll(async () => {
	await host.stop();
}, 30_000);

test('before the click, sending says what to click', async () => {
	for (const vendor of host.vendors) {
		await expect(send(vendor)).rejects.toThrow(NobodyListens);
		await expect(send(vendor)).rejects.toThrow(/click "Execute step" on the trigger/);
	}
});

test('after the click, the event of each vendor is in the panel, and a forged one is not', async () => {
	await inEditor(host.rest, async (page) => {
		page.setDefaultTimeout(60_000);
		await page.goto(`${host.n8n.url}/workflow/${workflow.id}`);
		for (const vendor of host.vendors) await tryOut(page, vendor);
	});
	// What listened at Zoho SalesIQ is gone with the event.
	const salesIq = host.vendors.find(({ registers }) => registers);
	expect((salesIq?.simulator as SalesIqSimulator).account.webhooks).toEqual([]);
});

async function tryOut(page: Page, vendor: Vendor): Promise<void> {
	await page
		.locator('.vue-flow__node')
		.filter({ has: page.getByText(nameOf(vendor), { exact: true }) })
		.dblclick();
	await part(page, 'trigger-execute-button').click();
	await part(page, 'trigger-listening').waitFor();
	expect((await send(vendor, true))[0]?.attempts.at(-1)?.status).toBe(401);
	const [delivery, ...others] = await send(vendor);
	expect(others).toEqual([]);
	expect(delivery).toMatchObject({
		workflow: 'Try',
		delivered: true,
		execution: { status: 'success' },
	});
	await part(page, 'output-panel').getByText('1 item').first().waitFor();
	await part(page, 'ndv-close-button').click();
}
