import { tableThere, type Columns } from './dataTable';

/** Of the dashboard, where the survey adds its answers. */
export const RATINGS = 'Rated Conversations';

/** A row for each conversation: its newest answers on a scale of 1 to 5 and of 0 to 10. */
const columns: Columns = {
	conversation: 'string',
	vendor: 'string',
	channel: 'string',
	inbox: 'string',
	agent: 'string',
	contact: 'string',
	reach: 'string',
	csat: 'number',
	nps: 'number',
	comment: 'string',
	at: 'date',
	ended: 'date',
	talk: 'string',
	trouble: 'string',
};

export const ratingTable = (name: string) => tableThere(name, RATINGS, columns);
