import path from 'node:path';
import { table } from './table';
import { amplifyReachUnknowns } from './unknowns/amplifyReach';
import { iadvizeUnknowns } from './unknowns/iadvize';
import { messangiUnknowns } from './unknowns/messangi';
import { salesIqUnknowns } from './unknowns/salesIq';
import { swiftsellUnknowns } from './unknowns/swiftsell';
import type { Unknown } from './unknowns/unknown';

/** One vendor's part of the page. */
interface Part {
	title: string;
	/** Folder of its tests. */
	folder: string;
	/** The template that goes with it in a real n8n, and the test that runs it. */
	job: string;
	jobTest: string;
	/** What the two ways are where they differ from the page's first words. */
	ways: string;
	unknowns: readonly Unknown[];
}

export const parts: readonly Part[] = [
	{
		title: 'Zoho SalesIQ',
		folder: 'salesiq',
		job: 'salesiq-email-on-missed-conversation',
		jobTest: 'salesiq',
		ways: '',
		unknowns: salesIqUnknowns,
	},
	{
		title: 'iAdvize',
		folder: 'iadvize',
		job: 'email-at-conversation-end',
		jobTest: 'iadvize',
		ways: ' The webhook is set up by hand, so publishing asks iAdvize nothing. The item that the trigger made of a closed conversation goes into _Complete Event_; an email address is found in every row but those with a sentence.',
		unknowns: iadvizeUnknowns,
	},
	{
		title: 'Swiftsell',
		folder: 'swiftsell',
		job: 'swiftsell-email-new-lead',
		jobTest: 'tokens',
		ways: ' The way in begins with the test call of the set-up; the way out triggers a campaign and closes a conversation.',
		unknowns: swiftsellUnknowns,
	},
	{
		title: 'Messangi',
		folder: 'messangi',
		job: 'messangi-sms-on-option-chosen',
		jobTest: 'tokens',
		ways: ' The way in is a chatbot’s call and a message that came in; the way out sends an SMS and a WhatsApp message, reads the lists and adds a subscriber.',
		unknowns: messangiUnknowns,
	},
	{
		title: 'AmplifyReach',
		folder: 'amplifyreach',
		job: 'amplifyreach-lead-to-crm',
		jobTest: 'tokens',
		ways: ' There is no API; the way out is the answer to a bot of Bot Studio.',
		unknowns: amplifyReachUnknowns,
	},
];

const partOf = ({ title, folder, job, jobTest, ways, unknowns }: Part): string[] => {
	const test = `test/integration/${folder}/unknowns.test.ts`;
	const inN8n = `test/e2e/unknowns-${jobTest}.test.ts`;
	const head = ['what is not known', 'the other way round', 'way in', 'way out', 'by'];
	const rows = unknowns.map(({ fact, otherWay, wayIn, wayOut, by }) => {
		return [fact, otherWay, wayIn, wayOut, by];
	});
	const shown = `Shown by [${test}](../${test}), and with the template [${job}](../templates/${job}.json) in a real n8n by [${inN8n}](../${inN8n}).${ways}`;
	return [`## ${title}`, shown, table(head, rows)];
};

export const unknownsFile = path.join(__dirname, '../../docs/unknowns.md');

/** The page as Markdown. */
export const unknownsPage = (): string =>
	`${[
		'# What is not known, and what comes of it',
		'Written by `npm run docs` from the table that the tests go by; do not edit. What a vendor does not document is a setting of its simulator. Each is set the other way round, and then the nodes are run: the trigger is published, called by the vendor and by a stranger, and unpublished; _Complete Event_ looks up the conversation. None may be stuck: it works, works by a second way, or says in a sentence why not. [The first day](first-day.md) says how to find out how your account is.',
		...parts.flatMap(partOf),
		'What is not in these tables stands on the vendors’ pages, under "Not verified against a live account".',
	].join('\n\n')}\n`;
