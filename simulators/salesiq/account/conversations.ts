/** Where a conversation stands; the vendor's `status` and `chat_status` follow from it. */
export type ConversationState = 'waiting' | 'connected' | 'missed' | 'closed';

/** An operator as REST shows one inside a conversation; webhooks have ids only. */
export interface Attender {
	id: string;
	name: string;
	email: string;
	image_key: string;
	is_bot: boolean;
}

interface ChatVisitor {
	id: string;
	name: string;
	type: 'lead' | 'contact';
	email?: string;
	phone?: string;
	country_code: string;
	ip: string;
	supported_operations: string[];
}

export interface Conversation {
	id: string;
	reference_id: string;
	chat_id: string;
	question: string;
	state: ConversationState;
	owner: Attender | null;
	attender: Attender | null;
	supervisors: Attender[];
	participants: Attender[];
	unread_chats: boolean;
	notes: boolean;
	uvid: string;
	app_id: string;
	app_name: string;
	department: { id: string; name: string };
	/** Milliseconds as text, as all times of the vendor. */
	start_time: string;
	attended_time: string | null;
	missed_time: string | null;
	end_time: string | null;
	last_modified_time: string;
	visitor: ChatVisitor;
	tagIds: string[];
	messages: Message[];
	threads: Thread[];
	feedback: Feedback | null;
}

export interface Message {
	type: string;
	sender: { id: string; name: string };
	message: { text?: string; comment?: string; file?: { name: string; size: number } };
	time: string;
	sequence_id: string;
}

export interface Thread {
	id: string;
	thread_id: string;
	thread_number: string;
	question: string;
	status: string;
	status_code: string;
	from_time: string;
	to_time: string;
	/** The vendor's spelling. */
	inititated_by: string;
	ended_by: string;
	metrics: Record<string, number>;
}

/** The fields of a feedback are not documented; these are the ones of the event (contract §3.3). */
interface Feedback {
	rating?: number;
	feedback?: string;
	time: string;
}
