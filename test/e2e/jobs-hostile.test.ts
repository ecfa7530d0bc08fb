import type { Mail } from '../../host/inbox';
import { stockPromoCodes } from '../../host/promoCodes';
import type { VendorName } from '../../scripts/vendors';
import { jobStage } from './support/job';

jest.setTimeout(180_000);

const vendors: VendorName[] = ['iadvize', 'salesiq', 'swiftsell'];
const stage = jobStage('e2e-jobs-hostile', vendors);

const MB = 1_000_000;

/** What a visitor gives as an address, and who may get an email for it. */
const addresses: readonly (readonly [given: string, mailed: readonly string[]])[] = [
	['plain@Example.com', ['plain@example.com']],
	['victim1@example.com, victim2@example.com;victim3@example.com', []],
	['"Grace" <victim4@example.com>', []],
	['victim5@example.com,', []],
	['victim6@example.com\r\nBcc: victim7@example.com', []],
	['x/../victim8@example.com', []],
	['={{ $env.HOME }}@example.com', []],
	['\u202Evictim9@example.com', []],
	[`${'v'.repeat(MB)}@example.com`, []],
];

/** What a visitor gives as a name, or writes in the chat. */
const texts: readonly string[] = [
	'Grace\r\nBcc: victim@example.com\r\n\r\nPay now',
	'<img src=x onerror=alert(1)><a href="https://evil.example.com/a">Win</a>',
	'={{ $env.HOME }}',
	'{{ 6 * 7 }}{{ $env.HOME }}',
	'Win at https://evil.example.com/b or www.evil.example.com now',
	'Win: \\\\203.0.113.5\\a http:203.0.113.5 evil\uff0eexample www.evil.\u00adexample evil.भारत',
	'\u202Emoc.elpmaxe.live\u0000\u001b[2J',
	'w'.repeat(MB),
];

const people = [
	...addresses.map(([email]) => ({ email })),
	...texts.map((name, i) => ({ name, email: `name-${i}@example.com` })),
	...texts.map((says, i) => ({ says, email: `says-${i}@example.com` })),
];
const mayGetMail = [
	...addresses.flatMap(([, mailed]) => mailed),
	...texts.flatMap((_, i) => [`name-${i}@example.com`, `says-${i}@example.com`]),
].sort();

const jobs = {
	'email-at-conversation-end': /^Thank you for talking to us$/,
	'promo-code-at-conversation-end': /^A thank-you for your time$/,
	'survey-at-conversation-end': /^How was your conversation with us\?$/,
};

const HEADERS =
	/^(from|to|subject|message-id|date|mime-version|content-type|content-transfer-encoding)$/;

/** What must not be in a mail, whoever asked for it; the links of n8n's own form aside. */
function harmIn({ text, html, headers }: Mail): string[] {
	const own = html.replace(/href="https:\/\/n8n\.example\.com\/[^"]*"/g, '');
	const words = `${text.replace(/https:\/\/n8n\.example\.com\/\S+/g, '')}\n${own}`;
	return [
		...headers.filter((name) => !HEADERS.test(name)),
		...(/https?:\S|\\\\|www\.evil|evil[.\uff0e][^\s,]/.exec(words) ?? []),
		...(/\/root|\/home|\b42\b/.exec(words) ?? []),
		...(/<(?:img|script|[^>]*evil)/.exec(own) ?? []),
		...(/[^\P{Cc}\n\t]|\u202E/u.exec(words) ?? []),
		...(text.length > 12_000 ? ['its length'] : []),
	];
}

beforeAll(async () => {
	await stockPromoCodes(stage().host.rest);
});

describe.each(vendors)('a hostile visitor at %s', (vendor) => {
	test.each(Object.entries(jobs))(
		'through %s: no one else is written to, and nothing harmful is sent',
		async (template, subject) => {
			const job = await stage().use(template, vendor, 'ended');
			const offset = Object.keys(jobs).indexOf(template) * 100;
			await job.tell(...people.map((visitor, i) => ({ conversation: 7000 + offset + i, visitor })));
			// SalesIQ calls every workflow that is active.
			await stage().host.rest.workflows.deactivate(job.workflow.id);
			const { mails } = stage().host.inbox;
			expect(mails.flatMap(({ recipients }) => recipients).sort()).toEqual(
				template.startsWith('promo') && vendor !== vendors[0] ? [] : mayGetMail,
			);
			for (const mail of mails) {
				expect(mail.subject).toMatch(subject);
				expect(harmIn(mail)).toEqual([]);
			}
			const executions = await stage().host.rest.executions.list({ workflowId: job.workflow.id });
			expect(
				executions.map(({ status }) => status).filter((status) => !/success|waiting/.test(status)),
			).toEqual([]);
		},
	);
});

test('nothing went to the internet', () => {
	expect(stage().host.proxy.refused).toEqual([]);
});
