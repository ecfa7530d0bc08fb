import type { Host } from '../../../host/host';
import type { Moment } from '../../../host/jobs';
import { RATINGS } from '../../../scripts/templates/pieces/ratings';

/** A template that does a job, and how many of its jobs are done. */
export interface Job {
	readonly template: string;
	readonly moment: Moment;
	/** Counts what only a finished job leaves: far away, or in n8n's own table. */
	readonly done: (host: Host) => Promise<number> | number;
}

const mails = ({ inbox }: Host) => inbox.mails.length;

/** The dashboard's template makes its table when it is first needed. */
async function ratings({ rest }: Host): Promise<number> {
	const table = await rest.dataTables.named(RATINGS);
	return table ? await rest.dataTables.count(table) : 0;
}

export const JOBS: readonly Job[] = [
	{ template: 'email-at-conversation-end', moment: 'ended', done: mails },
	{ template: 'promo-code-at-conversation-end', moment: 'ended', done: mails },
	{ template: 'survey-at-conversation-end', moment: 'ended', done: mails },
	{
		template: 'lead-to-hubspot',
		moment: 'ended',
		done: ({ backOffice }) => backOffice.hubspot.engagements.length,
	},
	{
		template: 'ticket-for-missed-or-bad-conversation',
		moment: 'rated',
		done: ({ backOffice }) => backOffice.zendesk.tickets.length,
	},
	{ template: 'csat-dashboard', moment: 'rated', done: ratings },
];
