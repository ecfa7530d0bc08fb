import { eventOf, exampleBytes } from './examples';

type Fields = Record<string, unknown>;

/** An example as a whole delivery: an entity is wrapped as the contract says (§2.3). */
export function envelopeOf(name: string, more: Fields = {}): Fields {
	const printed = parsed(name);
	if (isEnvelope(printed)) return { ...printed, ...more };
	const event = eventOf(name);
	return {
		version: '1',
		event,
		event_time: '1566480708268',
		org_id: '55778119',
		app_id: '46675600000002043',
		attempt: 1,
		entity_type: event.split('.')[0],
		entity_id: printed.id ?? '17000000004021',
		entity: printed,
		...more,
	};
}

/** Only the entity of an example; undefined for events that have none. */
export function entityOf(name: string): Fields | undefined {
	const printed = parsed(name);
	return isEnvelope(printed) ? (printed.entity as Fields | undefined) : printed;
}

/** An example as printed, exact bytes: a whole delivery or only its entity. */
export function example(name: string): Buffer {
	const bytes = exampleBytes(name);
	if (bytes === undefined) throw new Error(`No example '${name}'`);
	return bytes;
}

const parsed = (name: string) => JSON.parse(example(name).toString()) as Fields;

const isEnvelope = (printed: Fields) => 'entity_type' in printed;
