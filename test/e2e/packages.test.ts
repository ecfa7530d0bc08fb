import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installPackage } from '../../host/communityNodes';
import { inEditor } from '../../host/editor';
import { itemsOf } from '../../host/executions';
import { startHost, type Host } from '../../host/host';
import { registryOfN8n, startRegistry, type Registry } from '../../host/registry';
import { forExamples, useTemplate, type Template } from '../../host/templates';
import { vendors as starts } from '../../host/vendors';
import type { Vendor } from '../../host/vendors/vendor';
import type { Workflow } from '../../host/workflows';
import { pack } from '../../scripts/packages/package';
import { root } from '../support/pack';
import { ofVendors } from '../support/published';
import { hearNode } from './support/hear';

jest.setTimeout(120_000);

let registry: Registry;
let host: Host;

beforeAll(async () => {
	host = await startHost({ folder: 'e2e-packages', isBare: true });
	const at = registryOfN8n();
	registry = await startRegistry(path.join(host.folder, 'registry'), at.href);
	await host.proxy.route(at.host, registry.url);
	for (const { folder } of ofVendors) await registry.publish(folder);
}, 180_000);

afterAll(async () => {
	await host.stop();
	await registry.stop();
}, 30_000);

/** The template that each package is tried with, and what it waits for. */
const JOBS: Readonly<Record<string, readonly [template: string, event: string]>> = {
	amplifyreach: ['amplifyreach-lead-to-crm', 'contact-information'],
	iadvize: ['email-at-conversation-end', 'v2.conversation.closed'],
	messangi: ['messangi-sms-on-option-chosen', 'chatbot-interaction-option'],
	swiftsell: ['swiftsell-email-new-lead', 'message-form-response'],
	'zoho-salesiq': ['salesiq-email-on-missed-conversation', 'conversation.missed'],
};

/** A vendor as it is with the nodes of a package. */
const withNodesOf = (name: string, vendor: Vendor): Vendor => ({
	...vendor,
	triggerType: vendor.triggerType.replace(pack.name, name),
});

/** What a published workflow does with an example of the vendor's. */
async function executionOf(workflow: Workflow, vendor: Vendor, event = vendor.example) {
	const endpoint = await host.endpointOf(workflow, vendor);
	const { delivered } = await vendor.simulator.send(event, endpoint);
	expect(delivered).toBe(true);
	const [newest] = await host.rest.executions.waitFor(workflow.id, 1);
	const execution = await host.rest.executions.get(newest?.id ?? '');
	expect(execution.result.error).toBeUndefined();
	return execution;
}

test('n8n itself has no node for any of these vendors', async () => {
	const names = (await host.rest.nodeTypes()).map(({ name }) => name.toLowerCase());
	expect(names.length).toBeGreaterThan(400);
	const taken = ofVendors.filter(({ vendor: { folder } }) =>
		names.some((name) => name.includes(folder.toLowerCase())),
	);
	expect(taken).toEqual([]);
});

describe.each(ofVendors)('$name', ({ name, folder, vendor: { page, simulator, value } }) => {
	const [template = '', event] = JOBS[page] ?? [];
	let vendor: Vendor;

	test("is installed by n8n's own installer, from a registry", async () => {
		await inEditor(host.rest, (editor) => installPackage(editor, host.n8n.url, name));
		const started = await starts[simulator]?.();
		if (!started) throw new Error(`Nothing stands in for ${simulator}`);
		vendor = withNodesOf(name, started);
		await host.join(vendor);
		const types = (await host.rest.nodeTypes()).map((type) => type.name);
		expect(types).toContain(vendor.triggerType);
	});

	test('an event comes in and an action goes out', async () => {
		const actionType = `${name}.${value}`;
		const types = await host.rest.nodeTypes();
		const hasActions = types.some((type) => type.name === actionType);
		expect(hasActions).toBe(page !== 'amplifyreach');
		const workflow = await host.rest.workflows.create({
			name: `Event and action of ${name}`,
			nodes: [
				await hearNode(host, vendor, { events: ['*'], ...vendor.parameters }),
				...(hasActions ? [await checkNode(actionType)] : []),
			],
			connections: hasActions
				? { Hear: { main: [[{ node: 'Check', type: 'main', index: 0 }]] } }
				: {},
		});
		await host.rest.workflows.activate(workflow.id);
		const execution = await executionOf(workflow, vendor);
		expect(itemsOf(execution, 'Hear')).toMatchObject([{ vendor: value }]);
		const rows = hasActions ? itemsOf(execution, 'Check') : [];
		expect(rows.some(({ result }) => result === 'ok')).toBe(hasActions);
	});

	test('a template of it works as it is imported', async () => {
		const file = path.join(folder, 'templates', `${template}.json`);
		const shipped = JSON.parse(readFileSync(file, 'utf8')) as Template;
		const use = [host.rest, template, host.credentials, host.vendors] as const;
		const workflow = await useTemplate(...use, () => forExamples(shipped));
		expect(workflow.nodes.some(({ type }) => type === vendor.triggerType)).toBe(true);
		expect(workflow.nodes.some(({ type }) => type.startsWith(`${pack.name}.`))).toBe(false);
		await executionOf(workflow, vendor, event);
	});

	async function checkNode(type: string) {
		const { credentials, ...node } = await hearNode(host, { ...vendor, triggerType: type }, {});
		return {
			...node,
			credentials,
			id: randomUUID(),
			name: 'Check',
			position: [220, 0],
			typeVersion: 1,
			parameters: { resource: 'account', operation: 'check', ...vendor.parameters },
		};
	}
});

test('n8n takes no second package with the same nodes, says so, and goes on with the first', async () => {
	await registry.publish(root);
	const said = await inEditor(host.rest, (editor) =>
		installPackage(editor, host.n8n.url, pack.name).then(
			() => 'installed',
			(error: unknown) => String(error),
		),
	);
	expect(said).toContain('Failed to save installed package');
	host.rest.forgetNodeTypes();
	const types = (await host.rest.nodeTypes()).map(({ name }) => name);
	expect(types.filter((name) => name.startsWith(`${pack.name}.`))).toEqual([]);
	const [first] = host.vendors;
	if (!first) throw new Error('No vendor has joined');
	expect(types).toContain(first.triggerType);
	const workflow = await host.rest.workflows.create({
		name: 'After the second package',
		nodes: [await hearNode(host, first, { events: ['*'], ...first.parameters })],
		connections: {},
	});
	await host.rest.workflows.activate(workflow.id);
	await executionOf(workflow, first);
});

test('nothing but the registry and the vendors was asked', () => {
	const asked = host.proxy.refused.map((line) => line.replace(/^\w+ (https?:\/\/[^/]+).*/, '$1'));
	// n8n asks its makers whether a package is blocked, and goes on without an answer.
	expect([...new Set(asked)].filter((origin) => origin !== 'https://api.n8n.io')).toEqual([]);
});
