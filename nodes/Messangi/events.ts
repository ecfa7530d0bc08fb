import type { CatalogueEntry } from '../shared/webhook/catalogue';

/** Messangi names no events: what a payload holds tells them apart (docs.messangi.com). */
export type Kind = 'chatbot.response' | 'chatbot.option' | 'mo' | 'mt';

export const catalogue: Readonly<Record<Kind, CatalogueEntry>> = {
	'chatbot.option': {
		name: 'Chatbot Option Chosen',
		description: 'A chatbot user chooses a menu entry',
		event: 'option.chosen',
	},
	'chatbot.response': {
		name: 'Chatbot Response',
		description: 'A chatbot user answers with the data that was asked for',
		event: 'message.received',
	},
	mt: {
		name: 'Delivery Status (MT)',
		description: 'A mobile operator reports the status of a sent message',
		event: 'message.status',
	},
	mo: {
		name: 'Incoming Message (MO)',
		description: 'A subscriber writes',
		event: 'message.received',
	},
};
