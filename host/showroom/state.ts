import { editorOf, listenersTo } from '../deliver';
import type { Host } from '../host';
import { dashboardUrl } from '../webhooks';
import type { Workflow } from '../workflows';

/** What the page needs to know before anything is sent. */
export async function stateOf(host: Host) {
	const workflows = await host.rest.workflows.list();
	const types = await host.rest.nodeTypes();
	return {
		n8n: {
			url: host.n8n.url,
			publicUrl: host.publicUrl,
			email: host.owner.email,
			dashboard: dashboardUrl(host.n8n.url, workflows),
		},
		vendors: host.vendors.map((vendor) => {
			const { simulator, example, triggerType } = vendor;
			const title = types.find(({ name }) => name === triggerType)?.displayName ?? simulator.vendor;
			return {
				name: simulator.vendor,
				title: title.replace(/ Trigger$/, ''),
				example,
				events: simulator.events,
				workflows: listenersTo(vendor, workflows).map((workflow: Workflow) => ({
					name: workflow.name,
					editor: editorOf(host, workflow),
				})),
			};
		}),
	};
}
