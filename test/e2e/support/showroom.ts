import { randomUUID } from 'node:crypto';
import { inBrowser, type Page } from '../../../host/browser';
import { startHost, type Host } from '../../../host/host';
import { openShowroom } from '../../../host/showroom';
import { vendors } from '../../../host/vendors';
import type { Vendor } from '../../../host/vendors/vendor';
import { waitFor } from '../../../host/wait';
import type { Workflow } from '../../../host/workflows';
import { hearNode } from './hear';

export interface ShowroomStage {
	readonly host: Host;
	readonly url: string;
	/** By vendor: a workflow that mails what it hears. */
	readonly workflows: Readonly<Record<string, Workflow>>;
	executionsOf(vendor: string): Promise<number>;
	/** Opens the page in a browser of its own; nothing may go wrong in its console. */
	onPage(work: (page: Page) => Promise<void>, options?: PageOptions): Promise<void>;
	stop(): Promise<void>;
}

interface PageOptions {
	/** `vendor/event`; what the page chooses unless given. */
	readonly event?: string;
	readonly width?: number;
	readonly colorScheme?: 'light' | 'dark';
}

/** A real n8n with all five vendors, and the showroom of it. */
export async function startShowroomStage(folder: string): Promise<ShowroomStage> {
	const started = await Promise.all(Object.values(vendors).map((start) => start()));
	const host = await startHost({ folder, vendors: started });
	const workflows: Record<string, Workflow> = {};
	for (const vendor of started) {
		workflows[vendor.simulator.vendor] = await mailWhatIsHeard(host, vendor);
	}
	const showroom = await openShowroom(host);
	return {
		host,
		workflows,
		url: showroom.url,
		executionsOf: async (vendor) => {
			const workflowId = workflows[vendor]?.id ?? '';
			await host.rest.executions.waitFor(workflowId, 0);
			return await host.rest.executions.count({ workflowId });
		},
		onPage: async (work, { event = '', width = 1280, colorScheme = 'light' } = {}) => {
			const isMobile = width < 500;
			const viewport = { width, height: isMobile ? 844 : 800 };
			const options = { viewport, colorScheme, isMobile, hasTouch: isMobile };
			await inBrowser(options, async (page) => {
				const errors: string[] = [];
				page.on('pageerror', ({ message }) => errors.push(message));
				page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
				await page.goto(`${showroom.url}/${event && `#${event}`}`);
				await exampleIn(page);
				await work(page);
				expect(errors).toEqual([]);
			});
		},
		stop: async () => {
			await showroom.stop();
			await host.stop();
		},
	};
}

/** Waits until the payload holds an example, perhaps one with that text. */
export async function exampleIn(page: Page, text = ''): Promise<void> {
	await waitFor('an example', 10_000, async () => {
		const value = await page.locator('#payload').inputValue();
		return value !== '' && value.includes(text) ? value : undefined;
	});
}

async function mailWhatIsHeard(host: Host, vendor: Vendor): Promise<Workflow> {
	const events = vendor.registers ? ['conversation.missed'] : ['*'];
	const smtp = host.credentials.find(({ type }) => type === 'smtp');
	const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
		id: randomUUID(),
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [0, 0],
		parameters,
	});
	const mail = {
		fromEmail: 'bot@example.com',
		toEmail: 'team@example.com',
		emailFormat: 'text',
		subject: `From ${vendor.simulator.vendor}`,
		text: '={{ JSON.stringify($json.payload) }}',
		options: { appendAttribution: false },
	};
	const created = await host.rest.workflows.create({
		name: `Mail what ${vendor.simulator.vendor} says`,
		nodes: [
			await hearNode(host, vendor, { events, ...vendor.parameters }),
			{ ...node('Mail', 'emailSend', 2.1, mail), credentials: { smtp } },
		],
		connections: { Hear: { main: [[{ node: 'Mail', type: 'main', index: 0 }]] } },
	});
	await host.rest.workflows.activate(created.id);
	return created;
}
