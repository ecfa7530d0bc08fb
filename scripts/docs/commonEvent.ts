import path from 'node:path';
import { commonEvent } from '../../nodes/shared/conversation';
import { fieldRows } from './fields';
import { table } from './table';
import { toldBy, type ToldEvent } from './told';
import { vendors, type DocumentedVendor } from './vendors';

export const commonEventFile = path.join(__dirname, '../../docs/common-event.md');

const code = (text: string) => `\`${text}\``;
const listed = (names: readonly string[]) => names.map(code).join(', ');

/** The page on the one event, from the catalogues, the schema and the vendors' examples. */
export function commonEventPage(): string {
	const told = vendors.map((vendor) => ({ vendor, events: toldBy(vendor) }));
	return `${[
		'# The common event',
		'<!-- Written by "npm run docs" from the catalogues in nodes and the examples in simulators. -->',
		'Every trigger describes what happened in the same fields, so the rest of a workflow stays as it is when you swap the trigger. This page is written by `npm run docs` from what the triggers do, and a test fails if it is out of date.',
		'## Which event of which vendor',
		'The columns have the names shown in the triggers. An event may appear in several rows: its content decides. What fits none of these names becomes `other`; nothing is dropped.',
		overview(told),
		'## The fields',
		FIELDS,
		table(
			['field', 'type', 'what it is'],
			fieldRows().map((field) => [code(field.path), field.type, field.description]),
		),
		'## `deliveryId`',
		DELIVERY_ID,
		table(
			['vendor', 'made of'],
			vendors.map(({ name, deliveryId }) => [name, deliveryId]),
		),
		...told.flatMap(({ vendor, events }) => section(vendor, events)),
	].join('\n\n')}\n`;
}

const FIELDS = [
	'With _Output: Unified_, every trigger outputs one item per event with these fields. Every event has all fields. What a vendor does not say is null: nothing is made up, guessed from another event, or looked up. An action node adds what is missing, if the vendor has an API for it.',
	"Most of what an event contains was written by a visitor, so the fields have plain values, whatever was written. `email` is exactly one address of letters, digits and `. _ ' + -`, its domain in lower case, and never a list, an address with a name, or one with a slash or a quote. `phone` is digits, spaces and `+ - ( )`. `url` begins with `http://` or `https://` and contains no login. A name has no angle brackets and at most 200 characters, and a file name has no path; any other line has at most 5,000. `occurredAt`, `startedAt` and `endedAt` are ISO 8601 in UTC. Texts contain no control characters and nothing that reverses the writing direction; only `message.text` and the texts of a transcript may have several lines. What does not fit is null; what was sent is in `payload`. Plain does not mean escaped: a page or an HTML email that shows a text must still escape it.",
	"`agent` is who has the conversation, and `actor` is who did what the event reports: a message from a bot in a human's conversation has the human as `agent` and the bot as `actor`. `change` says what changed, in the vendor's words: a label that was added is in `to`, one that was removed in `from`. `conversation.channel` and `conversation.status` are from a short list of words; `vendorChannel` and `change.to` have the vendor's word.",
	"`payload` is the vendor's event exactly as sent, including fields that none of these cover. Integers beyond 2^53, which JavaScript would round, are strings of the same digits.",
	"_Output: Vendor Payload_ has the fields of `payload` and `deliveryId` instead. Either output has `deliveryHeaders` when _Options > Include Delivery Headers_ is on, never with what proves the call. Swiftsell's trigger adds `variables`, whose values are as sent, and AmplifyReach's `transcript`, in the form that _Complete Event_ uses.",
	"The vendors' tables below list what their examples fill; a question mark means only some of the examples. Every event has `schemaVersion`, `vendor`, `event`, `deliveryId` and `payload`, and `vendorEvent` where the vendor names the event. If a vendor prints no example of an event, one was made from its list of fields, or none is known.",
].join('\n\n');

const DELIVERY_ID =
	'It stays the same when a vendor sends an event again; the trigger then starts no second execution ([the same call again](security.md#the-same-call-again)). Each event in a list has its own. It is made from what the vendor sends:';

type Told = readonly { vendor: DocumentedVendor; events: readonly ToldEvent[] }[];

function overview(told: Told): string {
	const names = commonEvent.options.filter((name) => name !== 'other');
	const rows = names.map((name) => [
		code(name),
		...told.map(({ events }) =>
			events
				.filter((event) => event.commonEvents.includes(name))
				.flatMap((event) => event.name ?? [])
				.join(', '),
		),
	]);
	return table(['common event', ...told.map(({ vendor }) => vendor.name)], rows);
}

function section(vendor: DocumentedVendor, events: readonly ToldEvent[]): string[] {
	const { name, page, note } = vendor;
	return [
		`## ${name}`,
		`When each event comes, and what else to know: [${name}](${page}.md).`,
		table(
			['event in the trigger', `name at ${name}`, 'common event', 'filled in the examples'],
			events.map((event) => [
				event.name ?? 'only by All Events',
				listed(event.ownNames) || 'none',
				listed(event.commonEvents),
				filledIn(event),
			]),
		),
		...(note === undefined ? [] : [note]),
		`Null in every example: ${listed(silentFields(events))}.`,
	];
}

function silentFields(events: readonly ToldEvent[]): string[] {
	const seen = new Set(events.flatMap(({ examples }) => examples.flat()));
	return fieldRows()
		.filter(
			({ path: field, type }) =>
				type.endsWith('null') && !/^vendorEvent$|\[\]/.test(field) && !seen.has(field),
		)
		.map(({ path: field }) => field);
}

/** A question mark follows what only some of the examples have. */
function filledIn({ examples }: ToldEvent): string {
	if (examples.length === 0) return 'no example is known';
	const fields = [...new Set(examples.flat())];
	return (
		fields
			.map((field) => code(field) + (examples.every((one) => one.includes(field)) ? '' : ' ?'))
			.join(', ') || 'nothing'
	);
}
