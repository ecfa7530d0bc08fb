import { join } from 'node:path';
import { createExamples } from '../../shared/examples';
import { isObject, parseJson } from '../../shared/json';
import type { World } from '../world';

const examples = createExamples(join(__dirname, '..', 'examples'));

/** Names of all examples: the event's type, and for messages and variables theirs. */
export const exampleNames = examples.names;

/** The bytes of an example as its file has them: a batch of one. */
export const exampleBytes = (event: string) => examples.bytesOf(event);

/** An example as if it happened now: each element has its own `timestamp`. */
function freshElements(event: string, world: World): object[] {
	const batch = parseJson(examples.bytesOf(event).toString('utf8'));
	const elements = isObject(batch) && Array.isArray(batch.events) ? batch.events : [];
	return elements.filter(isObject).map((element) => ({ ...element, timestamp: world.nextStamp() }));
}

/** One body with many events: a text names an example, anything else is an element as it is. */
export function batchOf(events: readonly unknown[], world: World): string {
	const elements = events.flatMap((event) =>
		typeof event === 'string' ? freshElements(event, world) : [event],
	);
	return JSON.stringify({ events: elements });
}
