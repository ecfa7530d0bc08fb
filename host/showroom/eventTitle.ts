import { z } from 'zod';
import type { NodeType } from '../nodeTypes';

const option = z.object({ name: z.string(), value: z.string() });
const withOptions = z.object({ options: z.array(option) });

type Option = z.output<typeof option>;

/** The events that a trigger offers; none for one that has a single event. */
export function optionsOf(trigger: NodeType | undefined): readonly Option[] {
	const field = trigger?.properties.find(({ name }) => name === 'events');
	return withOptions.safeParse(field).data?.options ?? [];
}

/**
 * What people call an event: as n8n's trigger does, and where an example is one of several, what is
 * particular about it. The vendor's own words where the trigger has no name for it.
 */
export function eventTitle(event: string, options: readonly Option[]): string {
	const known = options
		.map(({ name, value }) => ({ name, value: value.replaceAll('_', '-') }))
		.filter(({ value }) => event === value || event.startsWith(`${value}-`))
		.sort((a, b) => b.value.length - a.value.length)[0];
	if (known === undefined) return capital(inWords(event));
	const words = inWords(event.slice(known.value.length + 1)).split(' ');
	// The vendor's name for it may begin with what the trigger's name says already.
	while (words[0] !== undefined && known.name.toLowerCase().includes(words[0])) words.shift();
	return words.length === 0 ? known.name : `${known.name}: ${words.join(' ')}`;
}

const inWords = (text: string) =>
	text
		.replaceAll(/([a-z])([A-Z])/g, '$1 $2')
		.replaceAll(/[-_.]/g, ' ')
		.toLowerCase();

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
