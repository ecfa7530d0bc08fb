import type { Moment } from '../../../host/jobs';
import { amplifyReachVendor } from '../../../host/vendors/amplifyreach';
import { iadvizeVendor } from '../../../host/vendors/iadvize';
import { salesIqVendor } from '../../../host/vendors/salesiq';
import { swiftsellVendor } from '../../../host/vendors/swiftsell';
import type { Vendor } from '../../../host/vendors/vendor';
import type { VendorName } from '../../../scripts/vendors';
import { startAmplifyReachSimulator } from '../../../simulators/amplifyreach';
import {
	newConversation as newIadvizeConversation,
	newVisitor,
	startIadvizeSimulator,
} from '../../../simulators/iadvize';
import {
	callsAt,
	newConversation,
	newMessage,
	startSalesIqSimulator,
} from '../../../simulators/salesiq';
import { omit } from '../../../simulators/shared/omit';
import type { DeliveryReport, Endpoint } from '../../../simulators/simulator';
import { startSwiftsellSimulator } from '../../../simulators/swiftsell';
import { exampleEvent } from '../../support/examples';

/** What happens to a person; the same again is the vendor's retry. */
export interface Happening {
	/** Tells conversations apart. */
	readonly conversation: number;
	/** Tells people apart; the conversation's number unless given. */
	readonly person?: number;
	/** Of a rating; missed unless given. */
	readonly score?: number;
	/** At iAdvize instead of a score: whether the visitor would recommend the company, 0 to 10. */
	readonly nps?: number;
	/** What the visitor writes about it: at iAdvize instead of a score, at SalesIQ with it. */
	readonly comment?: string;
	/** Whether the person leaves no address. */
	readonly anonymous?: boolean;
	/** Name, address and first line of the chat, where they are other than usual. */
	readonly visitor?: { readonly name?: string; readonly email?: string; readonly says?: string };
	/** What the event says of the person's consent; iAdvize only. */
	readonly consent?: unknown;
}

/** A vendor in a box that lets moments happen as that vendor tells them. */
interface Feed {
	readonly vendor: Vendor;
	/** What happens some time before, where the vendor tells of that only who the visitor is. */
	readonly introduce?: (what: Happening, endpoint: Endpoint) => Promise<DeliveryReport>;
	tell(moment: Moment, what: Happening, endpoint: Endpoint): Promise<DeliveryReport>;
	/** Lets the vendor's API refuse the next calls, or none any more. */
	fail?(times: number): void;
	/** Lets the vendor's API answer the next call that late. */
	slow?(delayMs: number): void;
}

/** The address that a person has at every vendor. */
export const addressOf = (person: number) => `visitor-${person}@example.com`;

const visitorOf = ({ conversation, person = conversation, anonymous, visitor }: Happening) => ({
	name: `Visitor ${person}`,
	says: 'Where is my order?',
	email: anonymous === true ? '' : addressOf(person),
	...visitor,
});

/** When all of it happens: the same on each retry, milliseconds. */
const NOW = Date.now();

const uuid = (letter: string, n: number) =>
	`${letter.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** iAdvize tells IDs only: who it was has to be looked up. */
async function iadvize(): Promise<Feed> {
	const simulator = await startIadvizeSimulator();
	const { account } = simulator;
	const know = (what: Happening) => {
		const { conversation, person = conversation } = what;
		const { name, email, says } = visitorOf(what);
		const ids = {
			conversationId: uuid('c', conversation),
			visitorId: uuid('a', person),
			visitorExternalId: String(50_000 + person),
		};
		if (account.conversations.some(({ id }) => id === ids.conversationId)) return ids;
		account.visitors.push(
			newVisitor(50_000 + person, {
				visitorId: ids.visitorId,
				firstName: name,
				lastName: '',
				email,
			}),
		);
		account.conversations.push(
			newIadvizeConversation(60_000 + conversation, {
				id: ids.conversationId,
				visitorId: ids.visitorId,
				history: [
					[2, '2025-01-15 09:00:00', says, 1_736_931_600_000],
					[1, '2025-01-15 09:01:00', 'On its way', 1_736_931_660_000],
				],
			}),
		);
		return ids;
	};
	return {
		vendor: iadvizeVendor(simulator),
		fail: (times) => {
			simulator.faults.clear();
			if (times > 0) simulator.faults.add({ times, answer: { status: 400 } });
		},
		slow: (delayMs) => {
			simulator.faults.add({ delayMs });
		},
		tell: (moment, what, endpoint) => {
			const { conversationId, ...visitor } = know(what);
			const { conversation, score, nps, comment } = what;
			const answers = {
				...(score !== undefined && { customerSatisfaction: score }),
				...(nps !== undefined && { netPromoterScore: nps }),
				...(comment !== undefined && { satisfactionComment: comment }),
			};
			const example = exampleEvent(
				moment === 'ended'
					? 'v2.conversation.closed'
					: `satisfaction.answered-${Object.keys(answers)[0] ?? ''}`,
			);
			const event = {
				...example,
				eventId: uuid('e', conversation * 100 + (nps ?? 20) + (score ?? 50)),
				conversationId,
				// That of the credentials; the examples are of both.
				platform: 'ha',
				createdAt: new Date(NOW).toISOString(),
				...(what.consent !== undefined && { consent: what.consent }),
				...(moment === 'ended' ? visitor : answers),
			};
			return simulator.deliver({ endpoint, body: Buffer.from(JSON.stringify(event)) });
		},
	};
}

/** SalesIQ tells who the visitor is with each event; what was said has to be looked up. */
async function salesIq(): Promise<Feed> {
	const simulator = await startSalesIqSimulator();
	const vendor = salesIqVendor(simulator);
	return {
		vendor,
		tell: async (moment, what, endpoint) => {
			const { conversation, person = conversation, score } = what;
			const { name, email: address, says } = visitorOf(what);
			const id = `1700000${conversation}`;
			const visitor = {
				id: `3000000${person}`,
				name,
				type: 'contact' as const,
				email_id: address,
			};
			if (!simulator.account.conversations.some((known) => known.id === id)) {
				const texts = [says, 'On its way'];
				const messages = texts.map((text, i) =>
					newMessage(conversation * 10 + i, { message: { text } }),
				);
				const { email_id: email, ...known } = visitor;
				const row = newConversation(conversation, { id, messages });
				row.visitor = { ...omit(row.visitor, 'email'), ...known, ...(email !== '' && { email }) };
				simulator.account.conversations.push(row);
			}
			const example =
				moment === 'ended'
					? 'conversation.completed'
					: score === undefined
						? 'conversation.missed'
						: 'conversation.rated-rating';
			const rated = { rating: score, feedback: what.comment ?? 'Too slow' };
			const entity = { id, visitor, ...(score !== undefined && rated) };
			const reports = await simulator.emit(example, {
				entity,
				entityId: id,
				eventTime: NOW + 10 * conversation + (score ?? 0),
			});
			const report = reports.find(({ url }) => callsAt({ url }, endpoint.url));
			if (!report) throw new Error(`SalesIQ has no webhook for ${example} at ${endpoint.url}`);
			return report;
		},
	};
}

/** Swiftsell tells who the visitor is when a conversation starts, and never again. */
async function swiftsell(): Promise<Feed> {
	const simulator = await startSwiftsellSimulator();
	const event = (what: Happening, type: string, payload: object) => ({
		conversation: { key: `conversation-${what.conversation}` },
		visitor: { key: `visitor-${what.person ?? what.conversation}` },
		timestamp: '2025-01-15 09:00:00.000000',
		event: { type, payload },
	});
	const telling = (of: string, value: string) => ({
		variables: [{ type: 'text', name: `visitor_${of}`, value }],
	});
	return {
		vendor: swiftsellVendor(simulator),
		introduce: async (what, endpoint) => {
			const { name, email } = visitorOf(what);
			const created = event(what, 'conversation_create', telling('name', name));
			const report = await simulator.sendBatch([created], endpoint);
			if (email === '') return report;
			// What the bot asks for comes while the conversation goes on.
			return simulator.sendBatch([event(what, 'variables', telling('email', email))], endpoint);
		},
		tell: (_moment, what, endpoint) =>
			simulator.sendBatch([event(what, 'status', { status: 'Close' })], endpoint),
	};
}

async function amplifyReach(): Promise<Feed> {
	const simulator = await startAmplifyReachSimulator();
	return {
		vendor: amplifyReachVendor(simulator),
		tell: (_moment, what, endpoint) => {
			const { name, email } = visitorOf(what);
			const data = { name, email, phone: '' };
			const body = JSON.stringify({ type: 'Contact Information', data });
			return simulator.deliver({ endpoint, body });
		},
	};
}

const feeds: Partial<Record<VendorName, () => Promise<Feed>>> = {
	amplifyreach: amplifyReach,
	iadvize,
	salesiq: salesIq,
	swiftsell,
};

export function startFeed(vendor: VendorName): Promise<Feed> {
	const start = feeds[vendor];
	if (!start) throw new Error(`${vendor} feeds no job`);
	return start();
}
