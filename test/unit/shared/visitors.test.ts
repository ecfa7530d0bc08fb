import { conversationEvent } from '../../../nodes/shared/conversation';
import { tell } from '../../../nodes/shared/webhook/tell';
import { vendors } from '../../../scripts/docs/vendors';
import { omit } from '../../../simulators/shared/omit';
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
	'..\\..\\autoexec.bat',
	'..%2f..%2Fetc%5cpasswd',
	'https://evil.example/\u202Egpj.exe\u0000\u001b[31m',
	'https://bank.example@evil.example/',
	'x'.repeat(20_000),
];

const PLAIN: Readonly<Record<string, RegExp>> = {
	email: /^[\w'+.-]+@[a-z0-9.-]+$/,
	phone: /^[\d+() -]+$/,
	name: /^[^\p{Cc}<>\u2028\u2029\u202A-\u202E]{1,200}$/u,
	text: /^[^\p{Cc}\u202A-\u202E]+$/mu,
	url: /^https?:\/\/[^\s"'<>@\p{Cc}\p{Cf}]+$/u,
};
/** What a vendor names itself, and what is told exactly as it came. */
const AS_SENT = ['vendorEvent', 'deliveryId', 'payload', 'variables'];
const LINE = /^[^\p{Cc}\u2028\u2029\u202A-\u202E]{1,5000}$/u;

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
					if (!payload) throw new Error('A part of an example was passed over');
					const output = { shape: 'unified', headers: false } as const;
					const item = tell(
						{ shownHeaders: [] },
						delivery,
						source.describe(payload, delivery, index),
						output,
					);
					const event = conversationEvent.passthrough().parse(item);
					expect(event.payload).toEqual(payload);
					for (const { name } of event.message.attachments)
						expect(name ?? '').not.toMatch(/[/\\:]|%2f|%5c/i);
					for (const [name, text] of textsIn(omit(event, ...AS_SENT))) {
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
