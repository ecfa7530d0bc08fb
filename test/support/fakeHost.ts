import type { Host } from '../../host/host';
import type { Vendor } from '../../host/vendors/vendor';

export interface FakeHost {
	readonly host: Host;
	/** Whether a workflow with the vendor's trigger is published. */
	isPublished: boolean;
	readonly mails: Host['inbox']['mails'][number][];
}

/** What the showroom sees of a host: one vendor, which calls `url` in the place of n8n. */
export function fakeHost(vendor: Vendor, url: string): FakeHost {
	const mails: FakeHost['mails'] = [];
	const { triggerType } = vendor;
	const nodes = [{ type: triggerType }];
	const fake: FakeHost = {
		isPublished: true,
		mails,
		host: {
			n8n: { url: 'http://127.0.0.1:5678' },
			publicUrl: 'https://n8n.example.com/',
			owner: { email: 'owner@example.com' },
			vendors: [vendor],
			inbox: { mails },
			backOffice: {
				crm: { leads: [] },
				hubspot: { contacts: [], engagements: [] },
				zendesk: { tickets: [] },
				sides: [],
			},
			rest: {
				workflows: {
					list: () => [{ id: '1', name: 'Hear', active: fake.isPublished, nodes }],
				},
				executions: { list: () => [] },
				nodeTypes: () => [
					{
						name: triggerType,
						displayName: 'Example Trigger',
						properties: [{ name: 'events', options: [{ name: 'Note Added', value: 'note' }] }],
					},
				],
				dataTables: { list: () => [] },
			},
			endpointOf: () => ({ url, secret: vendor.secret }),
		} as unknown as Host,
	};
	return fake;
}
