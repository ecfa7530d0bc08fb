import type { ConversationEvent } from '../conversation';
import type { Verdict } from './verify';

/** A call as it came in, before anything is trusted. */
export interface Delivery {
	/** Exact bytes, already unzipped by n8n. */
	readonly body: Buffer;
	/** Names in lower case; a header sent twice is joined by a comma, as Node.js does it. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly query: Readonly<Record<string, unknown>>;
}

/** An object of the vendor's, as sent. */
export type Payload = Record<string, unknown>;

/**
 * What a delivery contains, or what is wrong with it in words for the sender. What is odd about a
 * part of it goes to the log: the rest is output anyway. A part that is skipped is undefined, so
 * that each of the others keeps its place.
 */
export type Reading =
	| { payloads: readonly (Payload | undefined)[]; odd?: string }
	| { unreadable: string };

/**
 * How a vendor joins the way in. Pure functions of their arguments: they know nothing of n8n. A
 * secret is whatever the vendor's proof is checked with: a text, or a public key. Filters are the
 * fields of the trigger's collection of that name.
 */
export interface WebhookSource<Secret = string, Filters = object> {
	/** Larger bodies are refused; bytes. */
	readonly maxBodyBytes: number;
	/** Headers that a workflow may see. Never one that carries a proof. */
	readonly shownHeaders: readonly string[];
	/** The vendor's own name of a delivery, for the log. Not yet proved. */
	deliveryName(delivery: Delivery): string | undefined;
	/**
	 * For the log of a refused call: what it contained, if the vendor does not document the place of
	 * its proof. Names, never values.
	 */
	broughtBy?(delivery: Delivery): string;
	authenticate(delivery: Delivery, secrets: readonly Secret[]): Verdict;
	read(delivery: Delivery): Reading;
	/**
	 * The names under which a payload can be selected: none for what comes under All Events alone,
	 * `any` for what does not say which event it is, and is sent only because someone has asked for
	 * it.
	 */
	namesOf(payload: Payload): readonly string[] | 'any';
	/** Whether every filter that applies to a payload lets it through. */
	passes(payload: Payload, filters: Filters): boolean;
	/**
	 * Describes any payload, however odd, in the one event. `index` is its place in the delivery as
	 * sent.
	 */
	describe(payload: Payload, delivery: Delivery, index: number): ConversationEvent;
}
