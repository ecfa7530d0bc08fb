import type { Moment } from '../../host/jobs';
import { promoCodes } from '../../host/promoCodes';
import { vendors as starts } from '../../host/vendors';
import { addressOf } from './support/feed';
import { listen } from './support/hear';
import { jobStage } from './support/job';
import { queued } from './support/redis';
import { countExecutions, type Stage } from './support/stage';

jest.setTimeout(240_000);

/** Two webhook processors, two workers, and each call goes to the processor of its address. */
const stage = jobStage('e2e-cluster-jobs', ['iadvize', 'salesiq', 'swiftsell', 'amplifyreach'], {
	cluster: { processors: 2, workers: 2 },
});
const host = () => stage().host;

describe.each(Object.keys(starts))('a trigger of %s', (name) => {
	test('takes a genuine call once; a forged one reaches neither Redis nor a worker', async () => {
		const known = () => host().vendors.find(({ simulator }) => simulator.vendor === name);
		const start = starts[name];
		if (!known() && start) await host().join(await start());
		const vendor = known();
		if (!vendor) throw new Error(`There is no ${name}`);
		const events = vendor.registers ? ['conversation.missed'] : ['*'];
		const listener = await listen({ host: host() } as Stage, vendor, {
			...vendor.parameters,
			events,
		});
		const example = vendor.registers ? 'conversation.missed' : vendor.example;
		const body = vendor.simulator.exampleOf(example);
		const send = async (forged: boolean) => {
			const { attempts } = await vendor.simulator.sendBody(example, body, listener.endpoint, {
				forged,
			});
			return attempts[0]?.status;
		};
		/** What four calls at the same moment are answered, and what they start. */
		const four = async (forged: boolean) => {
			const before = [await countExecutions(listener.stage), await queued(host())] as const;
			const statuses = await Promise.all([1, 2, 3, 4].map(() => send(forged)));
			const executions = (await countExecutions(listener.stage)) - before[0];
			return { statuses, executions, queued: (await queued(host())) - before[1] };
		};
		const taken = { statuses: [200, 200, 200, 200] };
		// A bot gets its answer each time.
		const [first, again] = name.endsWith('-bot') ? [4, 4] : [1, 0];
		const { statuses, ...started } = await four(true);
		expect(started).toEqual({ executions: 0, queued: 0 });
		// SalesIQ may have a new key, which n8n is about to ask for.
		expect(statuses.filter((status) => status !== 401 && status !== 503)).toEqual([]);
		expect(await four(false)).toEqual({ ...taken, executions: first, queued: first });
		expect(await four(false)).toEqual({ ...taken, executions: again, queued: again });
		await host().rest.workflows.deactivate(listener.stage.workflow.id);
	});
});

/** Sixty people, each told of three times, all at the same moment. */
const people = Array.from({ length: 60 }, (_, i) => 100 + i);
const crowd = people.flatMap((conversation) => [1, 2, 3].map(() => ({ conversation, score: 1 })));
const once = people.map(addressOf).sort();

describe('sixty people, each reported three times at the same moment', () => {
	const mailed = () =>
		host()
			.inbox.mails.map(({ to }) => to)
			.sort();
	const work = async (template: string, moment: Moment) => {
		const job = await stage().use(template, 'iadvize', moment);
		await job.tell(...crowd);
		expect(await host().rest.executions.count({ workflowId: job.workflow.id })).toBe(60);
		await host().rest.workflows.deactivate(job.workflow.id);
	};

	test.each(['email-at-conversation-end', 'survey-at-conversation-end'])(
		'%s: an email each',
		async (template) => {
			await work(template, 'ended');
			expect(mailed()).toEqual(once);
		},
	);

	test('promo-code-at-conversation-end: a code each, and no code twice', async () => {
		const { rest } = host();
		const codes = Array.from({ length: 100 }, (_, i) => ({ code: `CODE-${i}.` }));
		await rest.dataTables.add(await promoCodes(rest), codes);
		await work('promo-code-at-conversation-end', 'ended');
		expect(mailed()).toEqual(once);
		const given = host().inbox.mails.map(({ text }) => /CODE-\d+\./.exec(text)?.[0]);
		expect(given).not.toContain(undefined);
		expect(new Set(given).size).toBe(60);
	});

	test('lead-to-hubspot: a contact with one note each', async () => {
		await work('lead-to-hubspot', 'ended');
		const { hubspot } = host().backOffice;
		expect(hubspot.contacts.map(({ properties }) => properties.email).sort()).toEqual(once);
		const notes = people.map((person) => hubspot.engagementsOf(addressOf(person)).length);
		expect(notes).toEqual(people.map(() => 1));
	});

	test('ticket-for-missed-or-bad-conversation: a ticket each', async () => {
		await work('ticket-for-missed-or-bad-conversation', 'rated');
		const { tickets } = host().backOffice.zendesk;
		expect(tickets).toHaveLength(60);
		expect(new Set(tickets.map((ticket) => ticket.external_id)).size).toBe(60);
	});

	test('csat-dashboard: a rating each', async () => {
		const job = await stage().use('csat-dashboard', 'iadvize', 'rated');
		await job.tell(...crowd);
		const { dataTables } = host().rest;
		const table = await dataTables.named('Rated Conversations');
		const rows = table ? await dataTables.rows(table, 200) : [];
		expect(rows).toHaveLength(60);
		expect(new Set(rows.map(({ conversation }) => conversation)).size).toBe(60);
	});

	test('both processors had their part', async () => {
		const calls = [...((await host().cluster?.balancer.calls())?.values() ?? [])];
		expect(calls).toHaveLength(2);
		for (const count of calls) expect(count).toBeGreaterThan(0);
	});
});
