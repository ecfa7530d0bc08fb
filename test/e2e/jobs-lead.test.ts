import { addressOf } from './support/feed';
import { jobStage, type Job } from './support/job';
import { vendorsOf } from './support/swap';

jest.setTimeout(60_000);

const vendors = vendorsOf('lead');
const stage = jobStage('e2e-jobs-lead', vendors);

const hubspot = () => stage().host.backOffice.hubspot;

const notesOf = (person: number) => hubspot().engagementsOf(addressOf(person)).length;
const addresses = () =>
	hubspot()
		.contacts.map(({ properties }) => properties.email)
		.sort();

describe.each(vendors)('a lead in HubSpot, told by %s', (vendor) => {
	let job: Job;
	beforeAll(async () => {
		job = await stage().use('lead-to-hubspot', vendor, 'lead');
	});

	test('is made with a note, once, however often the vendor calls', async () => {
		await job.tell({ conversation: 1 });
		await job.tell({ conversation: 1 });
		expect(await job.lastError()).toBeUndefined();
		expect(addresses()).toEqual([addressOf(1)]);
		expect(hubspot().contactOf(addressOf(1))?.properties.firstname).toBe('Visitor');
		expect(notesOf(1)).toBe(1);
	});

	test('who is known is enriched, and nothing that HubSpot has is written over', async () => {
		await known(2, { firstname: 'Grace', lastname: '' });
		await job.tell({ conversation: 2 });
		const contact = hubspot().contactOf(addressOf(2));
		expect(contact?.properties.firstname).toBe('Grace');
		expect(contact?.properties.lastname).toEqual(expect.stringMatching(/.+/));
		expect(notesOf(2)).toBe(1);
	});

	test('the same call several times at the same moment: one contact, one note', async () => {
		await job.tell(...Array.from({ length: 4 }, () => ({ conversation: 3 })));
		expect({ addresses: addresses(), notes: notesOf(3) }).toEqual({
			addresses: [addressOf(3)],
			notes: 1,
		});
	});

	test('two people at the same moment: a contact and a note each', async () => {
		await job.tell({ conversation: 4 }, { conversation: 5 });
		expect(addresses()).toEqual([addressOf(4), addressOf(5)]);
		expect([notesOf(4), notesOf(5)]).toEqual([1, 1]);
	});

	test('nobody without an address becomes a contact', async () => {
		await job.tell({ conversation: 6, anonymous: true });
		expect(await job.lastError()).toBeUndefined();
		expect(addresses()).toEqual([]);
	});

	test('HubSpot is down: the lead is kept, and made once when it is up again', async () => {
		hubspot().failure = 503;
		await job.tell({ conversation: 7 });
		expect(await job.lastError()).toContain('"Lead Jobs"');
		hubspot().failure = undefined;
		await job.tryAgain();
		await job.tryAgain();
		expect({ addresses: addresses(), notes: notesOf(7) }).toEqual({
			addresses: [addressOf(7)],
			notes: 1,
		});
	});
});

/** A contact that somebody made before. */
async function known(person: number, properties: Record<string, string>): Promise<void> {
	const { url, appToken } = hubspot();
	const body = Object.entries(properties).map(([property, value]) => ({ property, value }));
	const path = `/contacts/v1/contact/createOrUpdate/email/${addressOf(person)}`;
	const answer = await fetch(url + path, {
		method: 'POST',
		headers: { authorization: `Bearer ${appToken}`, 'content-type': 'application/json' },
		body: JSON.stringify({ properties: body }),
	});
	expect(answer.ok).toBe(true);
}
