import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vendors } from '../../../vendors';
import { forgetRows, rows, tableThere, values, type Columns } from '../../pieces/dataTable';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../../pieces/retry';
import { talkOf } from '../../pieces/talk';
import { completeTheEvent, PACK } from '../../pieces/vendor';
import { templateOf, type Step } from '../../template';

const TABLE = 'Conversation Ratings';
const columns: Columns = {
	rating: 'string',
	vendor: 'string',
	conversation: 'string',
	channel: 'string',
	agent: 'string',
	contact: 'string',
	reach: 'string',
	kind: 'string',
	score: 'number',
	outOf: 'number',
	comment: 'string',
	at: 'date',
	talk: 'string',
	trouble: 'string',
};

// A visitor may change the answer, and answers several questions: each is told.
const rated: Step = {
	name: 'Rated',
	type: `${PACK}.iadvizeTrigger`,
	typeVersion: 1.1,
	parameters: { events: ['satisfaction.answered'] },
};
const complete = completeTheEvent(rated.name);

/** In the trigger's words, as a failed look-up may bring nothing but its error. */
const told = `$('${rated.name}').item.json`;
/** Of a net promoter score 6 and less, of stars 3 of 5. No score is above every scale. */
const isBad = `(${told}.rating.kind === 'nps' ? (${told}.rating.score ?? 99) <= 6 : (${told}.rating.score ?? 99) / (${told}.rating.outOf ?? 5) <= 0.6)`;

const key = `={{ ${told}.vendor }} {{ ${told}.conversation.id ?? ${told}.deliveryId }} {{ ${told}.rating.score === null ? 'comment' : ${told}.rating.kind }}`;

const keepTheRating = rows(
	...(['Keep the Rating', 'upsert', TABLE] as const),
	[['rating', 'eq', key]],
	{
		...values(
			{
				rating: key,
				vendor: `={{ ${told}.vendor }}`,
				conversation: `={{ ${told}.conversation.id ?? '' }}`,
				channel: "={{ $json.conversation?.channel ?? '' }}",
				agent: "={{ $json.agent?.name ?? '' }}",
				contact: "={{ $json.contact?.name ?? $json.contact?.email ?? '' }}",
				reach: "={{ [$json.contact?.email, $json.contact?.phone].filter(Boolean).join(', ') }}",
				kind: `={{ ${told}.rating.kind ?? '' }}`,
				score: `={{ ${told}.rating.score }}`,
				outOf: `={{ ${told}.rating.outOf }}`,
				comment: `={{ (${told}.rating.comment ?? '').slice(0, 2000) }}`,
				at: `={{ ${told}.occurredAt ?? $now.toISO() }}`,
				talk: `={{ ${isBad} ? ${talkOf('$json.transcript')}.join('\\n').slice(0, 4000) : '' }}`,
				trouble: "={{ $json.error?.message ?? $json.error ?? '' }}",
			},
			{ score: 'number', outOf: 'number', at: 'dateTime' },
		),
		options: {},
	},
	{ retryOnFail: true },
);

/** The newest first; an empty item when there are none, so that the page is drawn anyway. */
const ratingsOf30Days = rows(
	...(['Ratings of 30 Days', 'get', TABLE] as const),
	[['at', 'gte', "={{ $now.startOf('day').minus({ days: 30 }).toISO() }}"]],
	{ limit: 5000, orderBy: true, orderByColumn: 'id', orderByDirection: 'DESC' },
	{ alwaysOutputData: true },
);

/** Without a path n8n gives each copy one of its own. */
const dashboard: Step = {
	name: 'Dashboard',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	parameters: {
		path: '',
		authentication: 'basicAuth',
		responseMode: 'lastNode',
		options: {
			responsePropertyName: 'html',
			responseContentType: 'text/html; charset=utf-8',
			responseHeaders: {
				entries: [
					{ name: 'cache-control', value: 'no-store' },
					{ name: 'referrer-policy', value: 'no-referrer' },
				],
			},
		},
	},
};

const vendorNames = Object.fromEntries(vendors.map(({ value, name }) => [value, name]));

const draw: Step = {
	name: 'Draw the Page',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: readFileSync(path.join(__dirname, 'page.cjs'), 'utf8').replace(
			/const vendors = .*/,
			`const vendors = ${JSON.stringify(vendorNames)};`,
		),
	},
};

export const csatDashboard = templateOf({
	name: 'Show customer satisfaction on a live dashboard',
	note: `## Show customer satisfaction on a live dashboard

Ratings on one page of this n8n: today's average, the trend, the distribution, each vendor and channel, and the five worst with what was said. A new rating appears within five seconds.

### Set up (4 minutes)
1. Choose credentials in **${rated.name}** and **${complete.name}**.
2. Create a *Basic Auth* credential for **${dashboard.name}**: it decides who may look.
3. Publish, enter the Production URL of **${rated.name}** in iAdvize, and open the Production URL of **${dashboard.name}**.

### Use another vendor, or two
1. For two, import this template twice: each page shows all ratings.
2. Right-click **${rated.name}**, choose *Replace* and select the *Zoho SalesIQ Trigger* with *Conversation Rated*.
3. Replace **${complete.name}** with *Zoho SalesIQ* (*Conversation: Complete Event*). Its event is \`{{ $('${rated.name}').item.json }}\`.
4. In its *Settings*, set *On Error* to *Continue (using error output)* and connect *Error* to **${keepTheRating.name}** and to **${tryAgainLater.name}**.
5. Choose the credential and the portal in both.

${whenSomethingFails} The rating is on the page anyway, without a name and transcript. Ratings are deleted after 90 days. Successful executions are not saved, as the page asks every three seconds.`,
	lines: [
		{
			steps: [
				...[rated, tableThere('Rating Table', TABLE, columns), complete, keepTheRating],
				forgetRows('Forget Old Ratings', TABLE, 'at', 90),
			],
		},
		tryAgainAt(complete.name, { column: 2 }),
		{
			steps: [
				...[dashboard, tableThere('Same Rating Table', TABLE, columns)],
				...[ratingsOf30Days, draw],
			],
		},
	],
	errorsTo: tryAgainLater.name,
	// What could not be completed is kept all the same.
	wires: [{ from: [complete.name, 1], to: keepTheRating.name }],
	// The page is asked for every three seconds.
	settings: { saveDataSuccessExecution: 'none' },
});
