import { z } from 'zod';
import type { Moment } from '../../host/jobs';
import { useTemplate, type Template } from '../../host/templates';
import { waitFor } from '../../host/wait';
import type { VendorName } from '../../scripts/vendors';
import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';
import { where } from './support/version';

jest.setTimeout(60_000);

const TEMPLATE = 'lead-to-hubspot';
const moments: Partial<Record<VendorName, Moment>> = {
	iadvize: 'ended',
	salesiq: 'ended',
	swiftsell: 'ended',
	amplifyreach: 'contact',
};
const vendors = Object.entries(moments) as [VendorName, Moment][];
const stage = jobStage(
	'e2e-jobs-lead',
	vendors.map(([name]) => name),
);

const hubspot = () => stage().host.backOffice.hubspot;

const notesOf = (person: number) => hubspot().engagementsOf(addressOf(person)).length;
const addresses = () =>
	hubspot()
		.contacts.map(({ properties }) => properties.email)
		.sort();

/** All that the template calls. */
const CALLS = [
	/^\/crm\/v3\/objects\/contacts\/search$/,
	/^\/contacts\/v1\/contact\/createOrUpdate\/email\/[\w.'+-]+@[\w.-]+$/,
	/^\/contacts\/v1\/contact\/vid\/\d+\/profile$/,
	/^\/engagements\/v1\/engagements$/,
];

describe.each(vendors)('a lead in HubSpot, told by %s', (vendor, moment) => {
	let job: Job;
	beforeAll(async () => {
		job = await stage().use(TEMPLATE, vendor, moment);
	});

	test('is made with a note, once, however often and at once the vendor calls', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: 1 })), { conversation: 2 });
		await job.tell({ conversation: 1 });
		expect(await job.lastError()).toBeUndefined();
		expect(addresses()).toEqual([addressOf(1), addressOf(2)]);
		expect(hubspot().contactOf(addressOf(1))?.properties.firstname).toBe('Visitor');
		expect([notesOf(1), notesOf(2)]).toEqual([1, 1]);
	});

	test('a known contact is enriched, and nothing that HubSpot has is overwritten', async () => {
		await known(addressOf(3), { firstname: 'Grace', lastname: '' });
		await job.tell({ conversation: 3, visitor: { name: '<b>Visitor</b> 3' } });
		const contact = hubspot().contactOf(addressOf(3));
		expect(contact?.properties).toMatchObject({ firstname: 'Grace', lastname: '3' });
		const [note] = hubspot().engagementsOf(addressOf(3));
		expect(note?.metadata.body).toContain('Conversation: ');
		expect(String(note?.metadata.body).replaceAll('<br>', '')).not.toMatch(/[<>]/);
	});

	test('no one without an address becomes a contact, and that is not a failure', async () => {
		await job.tell({ conversation: 4, anonymous: true });
		expect(await job.lastStatus()).not.toBe('error');
		expect(addresses()).toEqual([]);
	});

	test.each([
		['goes up again', 'x/../grace@example.com'],
		['names another endpoint', '../../vid/101/profile?x=@example.org'],
		['is encoded', 'x%2F..%2Fgrace@example.com'],
		['is a list', 'mallory@example.org,grace@example.com'],
	])('an address that %s changes nobody, and calls nothing else', async (what, address) => {
		await known('grace@example.com', { firstname: 'Grace' });
		const before = structuredClone(hubspot().contacts);
		const earlier = hubspot().requests.length;
		await job.tell({ conversation: 50 + what.length, visitor: { email: address } });
		const paths = hubspot()
			.requests.slice(earlier)
			.map(({ path }) => path.split('?')[0] ?? '');
		expect(paths.filter((path) => !CALLS.some((call) => call.test(path)))).toEqual([]);
		expect(hubspot().contactOf('grace@example.com')?.properties).toEqual(before[0]?.properties);
		expect(await job.lastStatus()).not.toBe('error');
	});

	test('HubSpot is down and comes back: the lead is made once, by itself', async () => {
		hubspot().failure = 503;
		await job.announce({ conversation: 7 });
		await asked();
		hubspot().failure = undefined;
		await job.idle();
		expect({ addresses: addresses(), notes: notesOf(7) }).toEqual({
			addresses: [addressOf(7)],
			notes: 1,
		});
	});
});

test('as imported, only visitors who have consented become contacts', async () => {
	const asked = { copy: 'asks', change: (imported: Template) => imported };
	const job = await stage().use(TEMPLATE, 'iadvize', 'ended', asked);
	await job.tell({ conversation: 9 }, { conversation: 10, consent: false });
	expect(addresses()).toEqual([]);
	await job.tell({ conversation: 11, consent: true });
	expect(addresses()).toEqual([addressOf(11)]);
});

where('listsCrashed')(
	'n8n is killed at work: the companion resumes what it was doing, once',
	async () => {
		const { rest, n8n, credentials } = stage().host;
		const job = await stage().use(TEMPLATE, 'iadvize', 'ended', { copy: 'killed' });
		const tag = z.object({ data: z.object({ id: z.string() }) });
		const { id } = (await rest.call('POST', '/rest/tags', tag, { name: 'conversations' })).data;
		await rest.workflows.update(job.workflow.id, { tags: [id] });
		const companion = await useTemplate(rest, 'take-up-what-n8n-was-killed-at', credentials, []);

		hubspot().faults.add({ path: '/crm/v3/objects/contacts/search', delayMs: 60_000 });
		await job.announce({ conversation: 8 });
		await asked();
		await n8n.kill();
		hubspot().reset();
		await n8n.restart();
		await waitFor('n8n to find what it was at', 30_000, async () =>
			(await job.lastStatus()) === 'crashed' ? true : undefined,
		);

		for (let round = 1; round <= 2; round++) {
			await rest.workflows.run(companion.id, 'Every 15 Minutes');
			await rest.executions.waitFor(companion.id, round, 30_000);
			await rest.executions.waitFor(job.workflow.id, 2, 30_000);
		}
		expect(await rest.executions.count({ workflowId: job.workflow.id })).toBe(2);
		expect(await job.lastStatus()).toBe('success');
		expect({ addresses: addresses(), notes: notesOf(8) }).toEqual({
			addresses: [addressOf(8)],
			notes: 1,
		});
	},
	180_000,
);

const asked = () =>
	waitFor('a call of HubSpot', 10_000, () => hubspot().requests.length > 0 || undefined);

/** A contact that somebody made before. */
async function known(address: string, properties: Record<string, string>): Promise<void> {
	const { url, appToken } = hubspot();
	const body = Object.entries(properties).map(([property, value]) => ({ property, value }));
	const path = `/contacts/v1/contact/createOrUpdate/email/${address}`;
	const answer = await fetch(url + path, {
		method: 'POST',
		headers: { authorization: `Bearer ${appToken}`, 'content-type': 'application/json' },
		body: JSON.stringify({ properties: body }),
	});
	expect(answer.ok).toBe(true);
}
