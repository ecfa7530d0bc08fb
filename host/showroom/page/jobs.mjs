import { byId, editorLink, el } from './dom.mjs';
import { clearSearch, selectById } from './events.mjs';
import { choose } from './feed.mjs';
import { say } from './outcome.mjs';

const CLOSED = 'iadvize/v2.conversation.closed';
const RATED = 'iadvize/satisfaction.answered-customerSatisfaction';

/** What the templates are for: an event that starts one, and the section that shows what it did. */
const JOBS = [
	{ title: 'Email', event: CLOSED, section: 'mails', does: 'the visitor gets an email.' },
	{
		title: 'Promo code',
		event: CLOSED,
		section: 'mails',
		does: 'the visitor gets a code by email.',
	},
	{
		title: 'Survey',
		event: CLOSED,
		section: 'mails',
		does: 'the visitor gets an email with a link to a form. Open it: the answer becomes a row.',
	},
	{ title: 'Lead', event: CLOSED, section: 'crm', does: 'HubSpot gets a contact with a note.' },
	{
		title: 'Ticket',
		event: 'salesiq/conversation.missed',
		section: 'tickets',
		does: 'Zendesk gets a ticket.',
	},
	{ title: 'Dashboard', event: RATED, section: 'rows', does: 'the rating becomes a row' },
];

/** Shows a button for each job, which selects what to send. */
export function showJobs({ dashboard }) {
	const shown = JOBS.map((job) => {
		const button = el('button', { type: 'button' }, job.title);
		button.addEventListener('click', () => {
			clearSearch();
			selectById(job.event);
			choose(job.section);
			say(`Press Send: ${job.does}`, ...(job.event === RATED ? [' of ', page(dashboard)] : []));
		});
		return button;
	});
	byId('jobs').replaceChildren(...shown);
}

const page = (dashboard) =>
	dashboard ? editorLink(dashboard, 'the dashboard') : 'the dashboard, once it is published';
