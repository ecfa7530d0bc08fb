/** What a user fills in after the import, in the order of the template's note. */
export interface SetUp {
	readonly template: string;
	/** By node: parameters and what is written there; a node without any only lacks its credentials. */
	readonly nodes: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Whether the address has to be entered at the vendor by hand. */
	readonly enterAddress?: true;
}

/** The field in which the own chat keeps the visitor's consent. */
const consent = { left: "{{ $('Conversation Ended').item.json.payload.mayWrite }}" };
const sender = { fromEmail: 'chat@shop.example' };
const subject = { subject: 'Thank you for your time' };
const team = { toEmail: 'team@shop.example' };
const completed = { 'Conversation Ended': {}, 'Complete the Event': {} };

export const SET_UPS: readonly SetUp[] = [
	{
		template: 'email-at-conversation-end',
		nodes: { ...completed, 'May We Write?': consent, 'Send Email': { ...sender, ...subject } },
		enterAddress: true,
	},
	{
		template: 'promo-code-at-conversation-end',
		nodes: { ...completed, 'May We Write?': consent, 'Send Code': { ...sender, ...subject } },
		enterAddress: true,
	},
	{
		template: 'survey-at-conversation-end',
		nodes: { ...completed, 'May We Write?': consent, 'Ask and Wait': { ...sender, ...subject } },
		enterAddress: true,
	},
	{
		template: 'lead-to-hubspot',
		nodes: {
			...completed,
			'May We Keep It?': consent,
			'Look Up in HubSpot': {},
			'Create or Enrich': {},
			'Note the Conversation': {},
		},
		enterAddress: true,
	},
	{
		template: 'ticket-for-missed-or-bad-conversation',
		nodes: {
			'Missed or Rated': {},
			'Complete the Event': {},
			'Look for the Ticket': {},
			'Open Ticket': {},
		},
	},
	{
		template: 'csat-dashboard',
		nodes: { Rated: {}, 'Complete the Event': {}, Dashboard: {}, Live: {}, Sign: {} },
		enterAddress: true,
	},
	{
		template: 'iadvize-email-at-conversation-end',
		nodes: {
			'Conversation Ended': {},
			'Get Visitor': {},
			'May We Write?': consent,
			'Send Email': { ...sender, ...subject },
		},
		enterAddress: true,
	},
	{
		template: 'salesiq-alert-on-bad-rating',
		nodes: { 'Rated Badly': {}, 'Get Transcript': {}, 'Send Alert': { ...sender, ...team } },
	},
	{
		template: 'salesiq-email-on-missed-conversation',
		nodes: { 'Conversation Missed': {}, 'Email the Team': { ...sender, ...team } },
	},
	{
		template: 'salesiq-email-new-lead',
		nodes: { 'Visitor Updated': {}, 'Email Sales': { ...sender, ...team } },
	},
	{
		template: 'salesiq-catch-up-after-downtime',
		nodes: {
			'Conversation Completed': {},
			'Find Webhooks': {},
			'Is It Ours?': {},
			'What Was Missed': {},
			'Deliver Again': {},
			'Email the Team': { ...sender, ...team },
		},
	},
	{
		template: 'amplifyreach-lead-to-crm',
		nodes: {
			'Contact Left': {},
			'Create Lead': { url: 'https://crm.shop.example/leads' },
			'Email Sales': { ...sender, ...team },
		},
		enterAddress: true,
	},
	{
		template: 'amplifyreach-bot-order-status',
		nodes: { 'Bot Asks': {}, 'Find Order': { url: 'https://shop.example/orders' } },
		enterAddress: true,
	},
	{
		template: 'messangi-sms-on-option-chosen',
		nodes: {
			'Option Chosen': {},
			'Send Confirmation': { from: '44044', text: 'Thank you, noted.' },
		},
		enterAddress: true,
	},
	{
		template: 'swiftsell-email-new-lead',
		nodes: { 'Form Filled In': {}, 'Email Sales': { ...sender, ...team } },
		enterAddress: true,
	},
	{
		template: 'swiftsell-alert-on-handover',
		nodes: { 'Assignee Changed': {}, 'Alert the Team': { ...sender, ...team } },
		enterAddress: true,
	},
];
