import { readFileSync } from 'node:fs';
import { commonEvent, conversationEvent } from '../../../nodes/shared/conversation';
import { commonEventFile, commonEventPage } from '../../../scripts/docs/commonEvent';
import { fieldRows } from '../../../scripts/docs/fields';
import { toldBy } from '../../../scripts/docs/told';
import { vendors } from '../../../scripts/docs/vendors';

const page = commonEventPage();

test('docs/common-event.md is what "npm run docs" writes', () => {
	expect(readFileSync(commonEventFile, 'utf8')).toBe(page);
});

test('every common event and every field of the schema is in it, with its description', () => {
	for (const name of commonEvent.options) expect(page).toContain(`\`${name}\``);
	const rows = fieldRows();
	expect(rows.map(({ path }) => path)).toEqual(
		expect.arrayContaining(Object.keys(conversationEvent.shape)),
	);
	expect(rows.filter(({ type, description }) => type === '' || description === '')).toEqual([]);
});

test.each(vendors)('$name: all events of its catalogue, and an example of most', (vendor) => {
	const told = toldBy(vendor);
	const names = Object.values(vendor.catalogue).map(({ name }) => name);
	expect(told.flatMap(({ name }) => name ?? [])).toEqual(names);
	expect(vendor.bodies.length).toBeGreaterThan(0);
	expect(told.some(({ examples }) => examples.length > 0)).toBe(true);
});
