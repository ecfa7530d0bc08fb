import type { ReceivedRequest } from './shared/requests';

/**
 * What every vendor in a box offers to the host, the e2e tests and `npm run send`.
 *
 * A simulator is written from the vendor's documentation alone and shares no module with `nodes/`:
 * otherwise the two would agree on the same mistake.
 */
export interface Simulator {
	/** Short name as the user types it: `iadvize`. */
	readonly vendor: string;
	/** The vendor's real host names; the host's proxy leads them here. */
	readonly hosts: readonly string[];
	/** Plain HTTP address on the loopback interface, without a trailing slash. */
	readonly url: string;
	/** Everything that came in, oldest first. */
	readonly requests: readonly ReceivedRequest[];
	/** Names of the events that `send` has an example of. */
	readonly events: readonly string[];
	/** Delivers an example event to `endpoint` as the vendor does, documented retries included. */
	send(event: string, endpoint: Endpoint): Promise<DeliveryReport>;
	/**
	 * What `send` would deliver of an event now, as JSON text for a person to edit. Identifiers and
	 * times are new where the simulator makes them anew.
	 */
	exampleOf(event: string): string;
	/**
	 * Delivers `body` to the byte, as an event of that name and in one call: retries take minutes, so
	 * they are left to the caller. The same body again is what the vendor's retry looks like.
	 */
	sendBody(
		event: string,
		body: string,
		endpoint: Endpoint,
		how?: SendBodyOptions,
	): Promise<DeliveryReport>;
	stop(): Promise<void>;
}

export interface SendBodyOptions {
	/** Send what a stranger would: with another secret, or signed with another key. */
	readonly forged?: boolean;
}

/** Where a delivery goes, and how it gets there. */
export interface Endpoint {
	/** The address that the user pasted at the vendor: `https://…/webhook/…`. */
	readonly url: string;
	/** The secret that the vendor signs with. */
	readonly secret: string;
	/** HTTP proxy and its CA (PEM): the vendor's way to n8n's public address. */
	readonly proxy?: { readonly url: string; readonly ca: string };
}

/** What became of one delivery. */
export interface DeliveryReport {
	readonly attempts: readonly DeliveryAttempt[];
	/** Whether an attempt was answered as the vendor wants it. */
	readonly delivered: boolean;
}

export interface DeliveryAttempt {
	readonly method: string;
	/** Address as called. */
	readonly url: string;
	/** Headers as sent. */
	readonly headers: Readonly<Record<string, string>>;
	/** Body as sent. */
	readonly body: string;
	/** HTTP status, absent when no answer came. */
	readonly status?: number;
	/** Body of the answer. */
	readonly answer?: string;
	/** Why there was no answer: connect or reply time-out, refused connection. */
	readonly fault?: string;
	/** Real milliseconds until the answer or the fault. */
	readonly tookMs: number;
}
