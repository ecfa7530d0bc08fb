import type { INodePropertyOptions } from 'n8n-workflow';
import type { CommonEvent } from '../conversation';

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
		.map(([value, { name, description }]) => ({ name, value, description }))
		.sort((a, b) => a.name.localeCompare(b.name));
