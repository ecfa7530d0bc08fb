import { editorOf, triggerNameOf } from '../deliver';
import type { Host } from '../host';
import { listenersTo } from '../receivers';
import { dashboardUrl } from '../webhooks';
import type { Workflow } from '../workflows';
import { eventTitle, optionsOf } from './eventTitle';

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
		vendors: await Promise.all(
			host.vendors.map(async (vendor) => {
				const { simulator, example } = vendor;
				const trigger = await triggerNameOf(host, vendor);
				const options = optionsOf(types.find(({ name }) => name === vendor.triggerType));
				return {
					name: simulator.vendor,
					title: trigger.replace(/ Trigger$/, ''),
					trigger,
					example,
					events: simulator.events.map((name) => ({ name, title: eventTitle(name, options) })),
					workflows: listenersTo(vendor, workflows).map((workflow: Workflow) => ({
						name: workflow.name,
						editor: editorOf(host, workflow),
					})),
				};
			}),
		),
	};
}
