import type { INodePropertyOptions } from 'n8n-workflow';
import type { CommonEvent } from '../conversation';
import { ALL_EVENTS } from './choose';

/** An event that a vendor documents, by the name under which it is selected. */
export interface CatalogueEntry {
	/** As the user reads it. */
	name: string;
	description: string;
	/** The common event that it becomes; its content may make it another one. */
	event: CommonEvent;
}

type Catalogue<Entry> = Readonly<Record<string, Entry>>;

/** The entry of an event; a name such as `constructor` has none. */
export const entryIn = <Entry>(
	catalogue: Catalogue<Entry>,
	name: string | null,
): Entry | undefined =>
	name !== null && Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;

/** All events as a pick list, in the order of their names. */
export const optionsIn = (catalogue: Catalogue<CatalogueEntry>): INodePropertyOptions[] =>
	Object.entries(catalogue)
		.map(([value, { name, description }]) => ({
			name,
			value,
			description,
			// n8n's own words for it drop brackets and the case of abbreviations.
			action: `On ${name.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));

/** What the canvas shows below a trigger's name: its events as in the pick list. */
export const eventsShown = (catalogue: Catalogue<CatalogueEntry>): string =>
	`={{ $parameter.events.map((event) => (${JSON.stringify({
		[ALL_EVENTS]: 'All Events',
		...namesIn(catalogue),
	})})[event] ?? event).join(", ") }}`;

const namesIn = (catalogue: Catalogue<CatalogueEntry>) =>
	Object.fromEntries(Object.entries(catalogue).map(([value, { name }]) => [value, name]));
