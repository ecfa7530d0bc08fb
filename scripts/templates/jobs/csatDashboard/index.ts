import { asInItem, forgetRows, rows, tableThere } from '../../pieces/dataTable';
import { filter, isTrue } from '../../pieces/filter';
import { RATINGS, ratingTable } from '../../pieces/ratings';
import { tryAgainAt, tryAgainLater, whenSomethingFails } from '../../pieces/retry';
import { completeTheEvent, PACK } from '../../pieces/vendor';
import { templateOf, type Step } from '../../template';
import { keepCode, pageCode, sumUpCode } from './code';

// A visitor may change the answer, and answers several questions: each is told.
const rated: Step = {
	name: 'Rated',
	type: `${PACK}.iadvizeTrigger`,
	typeVersion: 1.1,
	parameters: { events: ['satisfaction.answered'] },
};
const complete = completeTheEvent(rated.name);

const code = (name: string, jsCode: string, more: Step['parameters'] = {}): Step => ({
	name,
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { ...more, jsCode },
});

const whatToKeep = code('What to Keep', keepCode, { mode: 'runOnceForEachItem' });

const keepTheRating = rows(
	...(['Keep the Rating', 'upsert', RATINGS] as const),
	[['conversation', 'eq', '={{ $json.conversation }}']],
	asInItem,
	{ retryOnFail: true },
);

/**
 * Without a path n8n gives each copy one of its own. That of the live page is made of the ID of the
 * workflow, so that the page knows it.
 */
const webhook = (name: string, authentication: string, path: string): Step => ({
	name,
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	parameters: { path, authentication, responseMode: 'responseNode', options: {} },
});
const dashboard = webhook('Dashboard', 'basicAuth', '');
const live = webhook('Live', 'jwtAuth', '={{ $workflow.id }}-live');

/** What lets the page that is drawn now ask for the next. */
const sign: Step = {
	name: 'Sign',
	type: 'n8n-nodes-base.jwt',
	typeVersion: 1,
	parameters: {
		useJson: true,
		claimsJson: '={{ { exp: Math.floor($now.toSeconds()) + 3600 } }}',
		options: {},
	},
};

const everyHour: Step = {
	name: 'Every Hour',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'hours' }] } },
};

/** The table with the one row of all ratings. */
export const PACKED = 'Packed Ratings';
const packedTable = tableThere('Packed Table', PACKED, {
	name: 'string',
	upTo: 'date',
	ratings: 'string',
});
const packed = rows(
	...([PACKED, 'get', PACKED] as const),
	[['name', 'eq', 'all']],
	{ limit: 1 },
	{ alwaysOutputData: true },
);
/** A minute more than needed, as what counts twice counts once. */
const since = rows(
	...(['Ratings Since', 'get', RATINGS] as const),
	[
		[
			'updatedAt',
			'gte',
			"={{ DateTime.fromISO($json.upTo ?? '2000-01-01').minus({ minutes: 1 }).toISO() }}",
		],
	],
	{ returnAll: true, orderBy: true, orderByColumn: 'id', orderByDirection: 'ASC' },
	{ alwaysOutputData: true, retryOnFail: true },
);
const sameTable = ratingTable('Same Rating Table');
const sumUp = code('Sum Up', sumUpCode);

const isVisit: Step = {
	...filter('Is It a Visit?', [["={{ !$('Every Hour').isExecuted }}", isTrue]]),
	type: 'n8n-nodes-base.if',
	outputs: 2,
};
/** One row with all of them: it is written at once, and read at once. */
const keepThemPacked = rows(
	...(['Keep Them Packed', 'upsert', PACKED] as const),
	[['name', 'eq', 'all']],
	asInItem,
);

const forgetOld = forgetRows('Forget Old Ratings', RATINGS, 'at', 90);

const toShow = rows(
	...(['Rows to Show', 'get', RATINGS] as const),
	[['id', 'eq', '={{ $json.id }}']],
	{ limit: 1 },
	{ alwaysOutputData: true },
);

const respond: Step = {
	name: 'Respond',
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	parameters: {
		respondWith: 'text',
		responseBody: '={{ $json.body }}',
		options: {
			responseHeaders: {
				entries: [
					{ name: 'content-type', value: '={{ $json.type }}' },
					{ name: 'content-disposition', value: '={{ $json.disposition }}' },
					{ name: 'cache-control', value: 'no-store' },
					{ name: 'referrer-policy', value: 'no-referrer' },
				],
			},
		},
	},
};

export const csatDashboard = templateOf({
	name: 'Show customer satisfaction on a live dashboard',
	note: `## Show customer satisfaction on a live dashboard

Ratings on one page of this n8n: CSAT, net promoter score and response rate of today, 7, 30 or 90 days, by vendor, channel, team and agent, with comments and the five worst. A new rating appears within five seconds.

### Set up (5 minutes)
1. Choose credentials in **${rated.name}** and **${complete.name}**.
2. Create a *Basic Auth* credential for **${dashboard.name}**: it decides who may look. Create a *JWT Auth* credential with a long random passphrase for **${live.name}**, and choose it in **${sign.name}** as well: with it, an open page updates itself.
3. Publish, enter the Production URL of **${rated.name}** in iAdvize, and open the Production URL of **${dashboard.name}**.
4. For the response rate, also choose *Conversation Closed* in **${rated.name}**.

### Use another vendor, or two
1. For two, import this template twice: each page shows all ratings, and the answers of the template *Send a survey when a conversation ends*.
2. Right-click **${rated.name}**, choose *Replace* and select the *Zoho SalesIQ Trigger* with *Conversation Rated*.
3. Replace **${complete.name}** with *Zoho SalesIQ* (*Conversation: Complete Event*). Its event is \`{{ $('${rated.name}').item.json }}\`.
4. In its *Settings*, set *On Error* to *Continue (using error output)* and connect *Error* to **${whatToKeep.name}** and to **${tryAgainLater.name}**.
5. Choose the credential and the portal in both.

${whenSomethingFails} The rating is on the page anyway, without a name and transcript. Ratings are deleted after 90 days. Successful executions are not saved, as the page asks every three seconds.`,
	lines: [
		{ steps: [rated, ratingTable('Rating Table'), complete, whatToKeep, keepTheRating] },
		tryAgainAt(complete.name, { column: 2 }),
		{
			steps: [
				...[dashboard, sign, sameTable, packedTable, packed, since, sumUp],
				...[isVisit, toShow, code('Draw the Page', pageCode), respond],
			],
		},
		{ steps: [live], to: sign.name },
		{ steps: [everyHour], column: 1, to: sameTable.name },
		{ from: [isVisit.name, 1], row: 3, steps: [keepThemPacked, forgetOld] },
	],
	errorsTo: tryAgainLater.name,
	// What could not be completed is kept all the same.
	wires: [{ from: [complete.name, 1], to: whatToKeep.name }],
	// The page is asked for every three seconds.
	settings: { saveDataSuccessExecution: 'none' },
});
