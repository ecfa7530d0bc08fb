import type { CatalogueEntry } from '../shared/webhook/catalogue';

/** Every event whose type Swiftsell documents (docs.swiftsell.biz, integrations, events). */
export const catalogue: Readonly<Record<string, CatalogueEntry>> = {
	assignee_change: {
		name: 'Assignee Changed',
		description: 'A bot hands a conversation to an agent, or one agent to another',
		event: 'conversation.assigned',
	},
	conversation_create: {
		name: 'Conversation Created',
		description: 'A conversation starts',
		event: 'conversation.started',
	},
	conversation_labels: {
		name: 'Label Changed',
		description: 'A label is added to a conversation or removed from it',
		event: 'conversation.labelled',
	},
	message: {
		name: 'Message',
		description:
			'A bot, agent or visitor writes. What a workflow sends also arrives here, as sent by an agent.',
		event: 'message.sent',
	},
	note: {
		name: 'Note Added',
		description: 'An agent adds a note to a conversation',
		event: 'note.added',
	},
	status: {
		name: 'Status Changed',
		description: 'A conversation is closed or opened',
		event: 'other',
	},
	variables: {
		name: 'Variable Changed',
		description: 'A variable of the contact or the conversation is set',
		event: 'conversation.updated',
	},
};

/** The types of messages in the vendor's examples; an open set, replies to some are not shown. */
export const messageTypes = {
	appointment_booking: 'Appointment Booking',
	'appointment_booking.response': 'Appointment Booking Reply',
	audio: 'Audio',
	button: 'Buttons',
	'button.response': 'Buttons Reply',
	calendar: 'Calendar',
	'calendly.response': 'Calendly Reply',
	carousel: 'Carousel',
	document: 'Document',
	file_upload: 'File Upload',
	'file_upload.response': 'File Upload Reply',
	form: 'Form',
	'form.response': 'Form Reply',
	image: 'Image',
	javascript: 'JavaScript',
	'javascript.response': 'JavaScript Reply',
	list: 'List (WhatsApp)',
	slider: 'Slider',
	'slider.response': 'Slider Reply',
	text: 'Text',
	video: 'Video',
} as const;

/** Who writes, in the vendor's words: `user` is a human agent. */
export const senders = { user: 'Agent', bot: 'Bot', visitor: 'Visitor' } as const;
