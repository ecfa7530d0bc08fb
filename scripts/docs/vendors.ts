import path from 'node:path';
import type { CommonEvent } from '../../nodes/shared/conversation';
import type { Payload, WebhookSource } from '../../nodes/shared/webhook/source';
import { ofEachVendor } from '../vendors';

/** What the page on the common event tells of a vendor: its catalogue, its examples, and how they are told. */
export interface Documented {
	catalogue: Readonly<Record<string, { name: string; event: CommonEvent }>>;
	source: Pick<WebhookSource, 'read' | 'describe'>;
	bodies: readonly Buffer[];
	/** Key of the catalogue that a payload belongs to, or the vendor's name of what it lacks. */
	keyOf: (payload: Payload) => string | null;
	/** The vendor's own names of an event, where they are not its key. */
	ownNames?: (key: string) => readonly string[];
	/** What `deliveryId` rests on. */
	deliveryId: string;
	/** What neither catalogue nor examples tell. */
	note?: string;
}

export interface DocumentedVendor extends Documented {
	name: string;
	/** Its page in docs, without `.md`. */
	page: string;
}

export const vendors: readonly DocumentedVendor[] = ofEachVendor<{ documented: Documented }>(
	path.join(__dirname, 'vendors'),
).map(({ vendor: { name, page }, documented }) => ({ ...documented, name, page }));
