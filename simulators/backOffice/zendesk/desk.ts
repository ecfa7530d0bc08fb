export interface Comment {
	readonly id: number;
	readonly body: string;
	readonly html_body: string;
	/** Whether the requester sees it; an internal note is not public. */
	readonly public: boolean;
	readonly created_at: string;
}

/** States in the order of a ticket's life, which is how the search compares them. */
export const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;

export interface Ticket {
	readonly id: number;
	readonly url: string;
	external_id: string | null;
	subject: string | null;
	/** The first comment. */
	readonly description: string;
	status: (typeof STATUSES)[number];
	type: string | null;
	priority: string | null;
	tags: readonly string[];
	recipient: string | null;
	group_id: number | null;
	custom_fields: readonly unknown[];
	readonly requester_id: number;
	/** ISO 8601, to the second. */
	readonly created_at: string;
	updated_at: string;
	/** Oldest first; not part of what Zendesk answers. */
	readonly comments: Comment[];
}

/** The records of one Zendesk account. */
export interface Desk {
	/** Public address of the API, without a trailing slash. */
	readonly api: string;
	readonly tickets: Ticket[];
	/** Numbers of the users by e-mail address; the one who calls is the first. */
	readonly users: Map<string, number>;
	/** A new number; they go on after a reset, so that a stale one does not fit by chance. */
	readonly nextId: () => number;
	readonly reset: () => void;
}

/** @param caller e-mail address of the user whose token is used */
export function createDesk(host: string, caller: string): Desk {
	let lastId = 700;
	const desk: Desk = {
		api: `https://${host}/api/v2`,
		tickets: [],
		users: new Map(),
		nextId: () => (lastId += 1),
		reset: () => {
			desk.tickets.length = 0;
			desk.users.clear();
			desk.users.set(caller, 500);
		},
	};
	desk.reset();
	return desk;
}

/** Now, as Zendesk writes it. */
export const stamp = () => `${new Date().toISOString().slice(0, 19)}Z`;
