import type { INodeProperties } from 'n8n-workflow';
import { shownBy } from '../../../scripts/docs/nodes';
import { vendors } from '../../../scripts/vendors';

/** What a field says of itself: people read it as a tooltip, models as the description of a tool's parameter. */

const nodes = vendors
	.flatMap(({ folder }) => shownBy(folder).nodes)
	.map((node) => [node.displayName, node.properties] as const);

/** A notice is a text itself, a hidden field has no reader, and what an event means is at each. */
const needsNone = ({ name, type }: INodeProperties) =>
	['notice', 'hidden'].includes(type) || name === 'events';

const placeOf = ({ name, displayOptions }: INodeProperties) =>
	[displayOptions?.show?.resource ?? [], displayOptions?.show?.operation ?? [], name]
		.flat()
		.map(String)
		.join(' ');

test.each(nodes)('every field of %s says what it is, in more than its own words', (_node, all) => {
	const silent = all
		.filter((field) => !needsNone(field))
		.filter(({ displayName, description = '' }) => {
			const own = displayName.toLowerCase().split(' ');
			const words = description.toLowerCase().match(/[a-z]{2,}/g) ?? [];
			return words.filter((word) => !own.includes(word)).length < 2;
		});
	expect(silent.map(placeOf)).toEqual([]);
});

test.each(nodes)('fields of %s that are on or off say whether', (_node, all) => {
	const flags = all.filter(({ type }) => type === 'boolean');
	expect(flags.filter(({ description = '' }) => !/^Whether /.test(description))).toEqual([]);
});
