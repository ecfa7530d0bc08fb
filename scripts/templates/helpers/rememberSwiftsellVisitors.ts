import { forgetRows, rows, tableThere, values } from '../pieces/dataTable';
import { filter, hasNot } from '../pieces/filter';
import { json } from '../pieces/set';
import { templateOf, type Step } from '../template';

const TABLE = 'Known Visitors';
const EVENTS = 'Events of Visitors';

const visitorTable = tableThere('Visitor Table', TABLE, {
	visitor: 'string',
	name: 'string',
	email: 'string',
	phone: 'string',
});

const asked: Step = {
	name: 'When a Job Asks',
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { workflowInputs: { values: [{ name: 'event', type: 'object' }] } },
};

const event = `$('${asked.name}').item.json.event`;

/** Without what the event does not say, so that it is not forgotten. */
const whatItSays = json(
	'What It Says',
	`={{ Object.fromEntries(Object.entries({ visitor: ${event}.contact.id ?? ${event}.conversation.id, name: ${event}.contact.name, email: ${event}.contact.email, phone: ${event}.contact.phone }).filter(([, value]) => value)) }}`,
);

/** Gives the whole row, with what was said before. */
const remember = rows(
	...(['Remember the Visitor', 'upsert', TABLE] as const),
	[['visitor', 'eq', '={{ $json.visitor }}']],
	{
		columns: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
		options: {},
	},
	{ retryOnFail: true },
);

const INTRODUCTIONS = ['conversation.started', 'conversation.updated', 'contact.updated'];
const worthAJob = filter('Not an Introduction?', [
	[`={{ ${JSON.stringify(INTRODUCTIONS)} }}`, hasNot, `={{ ${event}.event }}`],
]);

/** Two tellings at the same moment can leave two rows of a visitor: what each knows, together. */
const known = `Object.assign({}, ...$('${remember.name}').all().map((row) => row.json).filter((row) => row.visitor === $('${remember.name}').item.json.visitor).map(({ name, email, phone }) => Object.fromEntries(Object.entries({ name, email, phone }).filter(([, value]) => value))))`;

const eventTable = tableThere('Event Table', EVENTS, { event: 'string', address: 'string' });

/** One mailbox, whatever stands behind a plus; without an address an event is only counted itself. */
const note = rows(
	...(['Note the Event', 'upsert', EVENTS] as const),
	[['event', 'eq', `={{ ${event}.deliveryId }}`]],
	{
		...values({
			event: `={{ ${event}.deliveryId }}`,
			address: `={{ (${known}.email ?? ${event}.deliveryId).toLowerCase().replace(/\\+[^@]*/, '') }}`,
		}),
		options: {},
	},
	{ retryOnFail: true },
);
const noted = `$('${note.name}').item.json`;

/** This one and the ones before it, up to more than any job lets through: of several at once none counts a later one. */
const ofTheDay = rows(
	...(['Events of the Day', 'get', EVENTS] as const),
	[
		['address', 'eq', '={{ $json.address }}'],
		['id', 'lte', '={{ $json.id }}'],
		[
			'createdAt',
			'gte',
			'={{ DateTime.fromJSDate(new Date($json.createdAt)).minus({ days: 1 }).toISO() }}',
		],
	],
	{ limit: 10 },
);
const recentEvents = `new Set($('${ofTheDay.name}').all().map((row) => row.json).filter(({ address, id }) => address === ${noted}.address && id <= ${noted}.id).map(({ event }) => event)).size`;

const completed = json(
	'Completed Event',
	`={{ Object.assign({}, ${event}, { contact: Object.assign({}, ${event}.contact, ${known}), transcript: [], recentEvents: ${recentEvents} }) }}`,
);

/** An event is as many items here as a visitor has rows, and a day has events. */
const eachOnce: Step = {
	name: 'Each Event Once',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	parameters: { compare: 'selectedFields', fieldsToCompare: 'deliveryId', options: {} },
};

export const rememberSwiftsellVisitors = templateOf({
	name: 'Remember Swiftsell visitors',
	note: `## Remember Swiftsell visitors

Swiftsell says who a visitor is when a conversation starts or the bot asks, and never again. This workflow remembers it for 90 days, completes the events of a job, and counts how many an address has had within a day. The job calls it instead of its **Complete the Event**.

### Set up (5 minutes)
1. Publish this workflow.
2. In the job, use the *Swiftsell Trigger* with *Conversation Created*, *Variable Changed* and *Status Changed*, and set *Options > Repeats* to *Skip the Same Delivery*: variables come one by one. A conversation that is closed twice is then processed twice.
3. Replace **Complete the Event** in the job with *Execute Sub-workflow*, choose this workflow, and set *event* to the item from the trigger, such as \`{{ $('Conversation Ended').item.json }}\`.
4. In its *Settings*, set *On Error* to *Continue (using error output)* and connect *Error* to **Try Again Later**.

Events that only introduce a visitor stop here. One copy of this workflow serves all jobs.`,
	lines: [
		{
			steps: [
				...[asked, visitorTable, whatItSays, remember, worthAJob],
				...[eventTable, note, ofTheDay, completed, eachOnce],
			],
			row: 1,
		},
		{
			steps: [forgetRows('Forget Old Visitors', TABLE, 'updatedAt', 90)],
			from: [remember.name, 0],
			row: 0,
		},
		{
			steps: [forgetRows('Forget Old Events', EVENTS, 'createdAt', 1)],
			from: [note.name, 0],
			row: 0,
		},
	],
});
