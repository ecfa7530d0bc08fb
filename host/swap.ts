import path from 'node:path';
import { ofEachVendor, type VendorName } from '../scripts/vendors';
import type { Host } from './host';
import type { Jobs, Moment } from './jobs';
import { useTemplate, type Template } from './templates';
import type { Workflow } from './workflows';

const all = ofEachVendor<{ jobs?: Jobs }>(path.join(__dirname, 'vendors'));

/** The vendors that tell a moment. */
export const vendorsOf = (moment: Moment) =>
	all.flatMap(({ vendor, jobs }) => (jobs?.triggers[moment] ? [vendor.simulator] : []));

/**
 * The template as a user makes it another vendor's: the trigger is replaced, and the node that asks
 * that vendor for what the event does not say. Nothing else changes.
 *
 * @param memory ID of the workflow that remembers the visitors of Swiftsell
 */
export function swapTo(vendor: VendorName, moment: Moment, memory = '') {
	const { jobs } = all.find((one) => one.vendor.simulator === vendor) ?? {};
	const wanted = jobs?.triggers[moment];
	if (!wanted) throw new Error(`${vendor} does not report "${moment}"`);
	return (template: Template): Template => ({
		...template,
		name: `${template.name} (${vendor})`,
		nodes: template.nodes.map((node) => {
			if (/^n8n-nodes-conversations\..+Trigger$/.test(node.type)) return { ...node, ...wanted };
			if (node.name !== 'Complete the Event') return node;
			return { ...node, ...jobs.complete(String(node.parameters.event), memory) };
		}),
	});
}

/** The dashboard of ratings once more, for Zoho SalesIQ: its page shows those of iAdvize as well. */
export const dashboardOfSalesIq = ({ rest, credentials, vendors }: Host): Promise<Workflow> =>
	useTemplate(rest, 'csat-dashboard', credentials, vendors, swapTo('salesiq', 'rated'));
