import type { CommonEvent, ConversationEvent } from '../../nodes/shared/conversation';
import { isObject } from '../../nodes/shared/fields';
import { plainEvent } from '../../nodes/shared/plain';
import type { DocumentedVendor } from './vendors';

/** What becomes of one kind of a vendor's events. */
export interface ToldEvent {
	/** As the user reads it; absent for what the catalogue lacks. */
	name?: string;
	ownNames: readonly string[];
	/** Those of the examples first, then that of the catalogue. */
	commonEvents: readonly CommonEvent[];
	/** Per example, the paths of the fields that are not null. */
	examples: readonly (readonly string[])[];
}

/** Every event of the catalogue, then those that only the examples have. */
export function toldBy(vendor: DocumentedVendor): ToldEvent[] {
	const told = examplesOf(vendor);
	const keys = new Set([...Object.keys(vendor.catalogue), ...told.map(({ key }) => key)]);
	return [...keys].map((key) => {
		const own = told.filter((one) => one.key === key);
		const entry = Object.hasOwn(vendor.catalogue, key) ? vendor.catalogue[key] : undefined;
		const events = [...own.map(({ event }) => event.event), ...(entry ? [entry.event] : [])];
		return {
			name: entry?.name,
			ownNames: entry && vendor.ownNames ? vendor.ownNames(key) : [key].filter(Boolean),
			commonEvents: [...new Set(events)],
			examples: own.map(({ event }) => filledIn(event)),
		};
	});
}

/** Per key of the catalogue, the items that the trigger makes of the examples. */
export function itemsOf(vendor: DocumentedVendor): Map<string, ConversationEvent[]> {
	const items = new Map<string, ConversationEvent[]>();
	for (const { key, event } of examplesOf(vendor)) {
		if (!Object.hasOwn(vendor.catalogue, key)) continue;
		items.set(key, [...(items.get(key) ?? []), plainEvent(event)]);
	}
	return items;
}

const examplesOf = (vendor: DocumentedVendor) =>
	vendor.bodies.flatMap((body) => tell(vendor, body));

/** The way that a delivery takes through the trigger, once it is proved. */
function tell({ source, keyOf }: DocumentedVendor, body: Buffer) {
	const delivery = { body, headers: {}, query: {} };
	const reading = source.read(delivery);
	if ('unreadable' in reading) throw new Error(reading.unreadable);
	return reading.payloads.flatMap((payload, index) =>
		payload
			? [{ key: keyOf(payload) ?? '', event: source.describe(payload, delivery, index) }]
			: [],
	);
}

const ALWAYS = ['schemaVersion', 'vendor', 'event', 'vendorEvent', 'deliveryId', 'payload'];

/** Paths of the fields that hold something; a list counts as one field. */
function filledIn(event: ConversationEvent): string[] {
	return Object.entries(event)
		.filter(([name]) => !ALWAYS.includes(name))
		.flatMap(([name, value]) => pathsIn(name, value));
}

function pathsIn(path: string, value: unknown): string[] {
	if (isObject(value)) {
		return Object.entries(value).flatMap(([name, part]) => pathsIn(`${path}.${name}`, part));
	}
	const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
	return isEmpty ? [] : [path];
}
