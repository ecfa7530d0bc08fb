import { contactProperties, type Property } from './properties';

export interface Contact {
	/** HubSpot's number of it, `vid` in its first API and `id` in the third. */
	readonly vid: number;
	/** Values by property name, as texts; `email` is in lower case. */
	readonly properties: Record<string, string>;
	/** Milliseconds. */
	readonly createdAt: number;
	updatedAt: number;
}

export interface Engagement {
	readonly engagement: {
		readonly id: number;
		/** NOTE, EMAIL, TASK, MEETING or CALL. */
		readonly type: string;
		readonly ownerId?: number | undefined;
		/** Milliseconds: when it happened or, of a task, when it is due. */
		readonly timestamp: number;
		readonly createdAt: number;
	};
	readonly associations: Readonly<Record<string, readonly number[]>>;
	readonly metadata: Readonly<Record<string, unknown>>;
}

/** The records of one HubSpot account. */
export interface Portal {
	readonly contacts: Contact[];
	readonly engagements: Engagement[];
	/** What a contact can have; a test may add a property. */
	readonly properties: Property[];
	/** A new number; they go on after a reset, so that a stale one does not fit by chance. */
	readonly nextId: () => number;
	readonly reset: () => void;
}

export const PORTAL_ID = 62515;

export function createPortal(): Portal {
	let lastId = 100;
	const portal: Portal = {
		contacts: [],
		engagements: [],
		properties: [...contactProperties],
		nextId: () => (lastId += 1),
		reset: () => {
			portal.contacts.length = 0;
			portal.engagements.length = 0;
			portal.properties.splice(0, Infinity, ...contactProperties);
		},
	};
	return portal;
}

/** The contact of an e-mail address, in any case. */
export const contactOf = ({ contacts }: Portal, email: string) =>
	contacts.find(({ properties }) => properties.email === email.toLowerCase());
