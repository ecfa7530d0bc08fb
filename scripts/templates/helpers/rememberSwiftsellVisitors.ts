import { forgetRows, rows, tableThere } from '../pieces/dataTable';
import { filter, hasNot } from '../pieces/filter';
import { json } from '../pieces/set';
import { templateOf, type Step } from '../template';

const TABLE = 'Known Visitors';

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

/** Two tellings at the same moment can leave two rows of a visitor: what each knows, together. */
const known = `$('${remember.name}').all().map((row) => row.json).filter((row) => row.visitor === $json.visitor).map(({ name, email, phone }) => Object.fromEntries(Object.entries({ name, email, phone }).filter(([, value]) => value)))`;

const completed = json(
	'Completed Event',
	`={{ Object.assign({}, ${event}, { contact: Object.assign({}, ${event}.contact, ...${known}), transcript: [] }) }}`,
);

const INTRODUCTIONS = ['conversation.started', 'conversation.updated', 'contact.updated'];
const worthAJob = filter('Not an Introduction?', [
	[`={{ ${JSON.stringify(INTRODUCTIONS)} }}`, hasNot, '={{ $json.event }}'],
]);

/** A visitor of two rows is two items here. */
const eachOnce: Step = {
	name: 'Each Event Once',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	parameters: { compare: 'selectedFields', fieldsToCompare: 'deliveryId', options: {} },
};

export const rememberSwiftsellVisitors = templateOf({
	name: 'Remember Swiftsell visitors',
	note: `## Remember Swiftsell visitors

Swiftsell says who a visitor is when a conversation starts or the bot asks, and never again. This workflow remembers it for 90 days, and completes the events of a job. The job calls it instead of its **Complete the Event**.

### Set up (5 minutes)
1. Publish this workflow.
2. In the job, use the *Swiftsell Trigger* with *Conversation Created*, *Variable Changed* and *Status Changed*, and set *Options > Repeats* to *Skip the Same Delivery*: variables come one by one. A conversation that is closed twice is then processed twice.
3. Replace **Complete the Event** in the job with *Execute Sub-workflow*, choose this workflow, and set *event* to the item from the trigger, such as \`{{ $('Conversation Ended').item.json }}\`.
4. In its *Settings*, set *On Error* to *Continue (using error output)* and connect *Error* to **Try Again Later**.

Events that only introduce a visitor stop here. One copy of this workflow serves all jobs.`,
	lines: [
		{
			steps: [...[asked, visitorTable, whatItSays, remember], ...[completed, worthAJob, eachOnce]],
			row: 1,
		},
		{
			steps: [forgetRows('Forget Old Visitors', TABLE, 'updatedAt', 90)],
			from: [remember.name, 0],
			row: 0,
		},
	],
});
