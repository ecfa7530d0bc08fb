import { tell } from '../../../nodes/shared/webhook/tell';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { vendors } from '../../../scripts/docs/vendors';
import { mutations } from '../../support/hostile';

/** What a visitor may write instead of a name, an address or a comment. */
const WRITTEN = [
	'x/../grace@example.com',
	'../../vid/101/profile?x=@example.org',
	'victim1@example.com, victim2@example.com;victim3@example.com',
	'"Grace" <grace@example.com>',
	'grace@example.com,',
	'Grace\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script>',
	"javascript:alert('x')",
	'={{ $env.N8N_ENCRYPTION_KEY }}',
	'\u202Egnp.exe\u0000\u001b[2J',
];

const PLAIN: Readonly<Record<string, RegExp>> = {
	email: /^[\w'+.-]+@[a-z0-9.-]+$/,
	phone: /^[\d+() -]+$/,
	name: /^[^\p{Cc}<>\u2028\u2029\u202A-\u202E]+$/u,
	text: /^[^\p{Cc}\u202A-\u202E]+$/mu,
	url: /^https?:\/\/[^\s"'<>]+$/,
	attachment: /^https?:\/\/[^\s"'<>]+$/,
};
const LINE = /^[^\p{Cc}\u2028\u2029\u202A-\u202E]+$/u;

function* textsIn(value: unknown, name = ''): Generator<[string, string]> {
	if (typeof value === 'string') yield [name, value];
	if (typeof value !== 'object' || value === null) return;
	for (const [field, part] of Object.entries(value)) yield* textsIn(part, field);
}

test.each(vendors.map((vendor) => [vendor.name, vendor] as const))(
	'%s: whatever a visitor writes, the event holds plain values',
	(_name, { source, bodies }) => {
		let told = 0;
		for (const body of bodies) {
			for (const changed of mutations(JSON.parse(body.toString()), WRITTEN)) {
				const delivery = { body: Buffer.from(JSON.stringify(changed)), headers: {}, query: {} };
				const reading = source.read(delivery);
				for (const [index, payload] of ('payloads' in reading ? reading.payloads : []).entries()) {
					const output = { shape: 'unified', headers: false } as const;
					const event = conversationEvent.parse(
						tell({ shownHeaders: [] }, delivery, source.describe(payload, delivery, index), output),
					);
					expect(event.payload).toEqual(payload);
					const { conversation, contact, agent, message, rating } = event;
					for (const [name, text] of textsIn({ conversation, contact, agent, message, rating })) {
						if (!(PLAIN[name] ?? LINE).test(text))
							throw new Error(`${name}: ${JSON.stringify(text)}`);
						told++;
					}
				}
			}
		}
		expect(told).toBeGreaterThan(100);
	},
);
