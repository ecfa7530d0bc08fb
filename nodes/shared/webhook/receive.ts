import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { once, type Repeats } from './once';
import type { Delivery, Payload, WebhookSource } from './source';
import { takeDelivery } from './take';
import { tell, type OutputSettings } from './tell';
import type { Verdict } from './verify';

/**
 * What came of looking for other secrets: some that prove the call, none that do, or nothing yet, so
 * that the vendor is asked to call again rather than told no.
 */
export type Renewal = 'proved' | 'refuted' | 'owed';

export interface Receiver<Secret = string> {
	source: WebhookSource<Secret>;
	/** Asked for once a call is there; a failure to find any means that nothing can be proved. */
	secrets: () => Promise<readonly Secret[]>;
	/**
	 * Asked when a well-formed proof fits no secret: whether other secrets have been found and
	 * stored since. The vendor is then asked to call again, because n8n keeps what was stored only
	 * when a call starts no execution.
	 */
	renew?: (proves: (secrets: readonly Secret[]) => boolean) => Promise<Renewal>;
	/** Whether the user wants this event. */
	choose: (payload: Payload) => boolean;
	/** What is not told again; `keep` where each call wants an answer of its own. */
	repeats: Repeats;
	output: OutputSettings;
	/** What a call that was taken is answered, where the vendor wants words of its own. */
	accepted?: (delivery: Delivery, secrets: readonly Secret[]) => Acceptance;
	/** What a call that was not taken is answered, where its caller reads more than the status. */
	refused?: (status: 400 | 401 | 503, message: string) => IDataObject;
}

export interface Acceptance {
	body: string | IDataObject;
	/** n8n sends a text as HTML otherwise. */
	contentType?: string;
}

// One text for every refusal: the log tells the reason, a forger learns nothing.
const NOT_PROVED = 'Refused: the proof that this call is genuine is missing or does not fit';

/**
 * The way in, the same for every vendor: take, prove, read, choose, once, tell. Answers 200, 400, 401
 * or (keys renewed, or not looked up yet) 503, and never throws for what a stranger sends: n8n would
 * answer 500 and keep a failed execution.
 */
export async function receive<Secret>(
	context: IWebhookFunctions,
	receiver: Receiver<Secret>,
): Promise<IWebhookResponseData> {
	const { source, choose, repeats, output, accepted, refused } = receiver;
	const delivery = await takeDelivery(context);
	if (!delivery) {
		const message = 'The body could not be read: send it as JSON';
		return refuse(context, { status: 400, message, refused });
	}
	const no = (status: 400 | 401 | 503, message: string, reason?: string) =>
		refuse(context, { status, message, reason, delivery: nameOf(source, delivery), refused });
	if (delivery.body.length > source.maxBodyBytes) {
		return no(400, `The body is larger than ${source.maxBodyBytes} bytes`);
	}

	const known = await receiver.secrets().catch(() => []);
	const verdict = await prove(receiver, delivery, known);
	if (verdict === 'proved') return no(503, 'The keys have been renewed: send it again');
	if (verdict === 'owed') return no(503, 'The keys cannot be looked up yet: send it again later');
	if (!verdict.genuine) {
		const { reason, detail } = verdict;
		const said = [reason, detail, source.broughtBy?.(delivery)].filter(Boolean).join('; ');
		return no(401, NOT_PROVED, said);
	}

	const reading = source.read(delivery);
	if ('unreadable' in reading) return no(400, reading.unreadable);
	if (reading.odd) context.logger.warn(`"${context.getNode().name}" took a call: ${reading.odd}`);

	const chosen = reading.payloads.flatMap((payload, index) =>
		choose(payload) ? [source.describe(payload, delivery, index)] : [],
	);
	const { fresh, told } = await once(context, chosen, repeats);
	const items = fresh.map((event) => tell(source, delivery, event, output));

	const body = { message: messageOn(chosen.length, items.length) };
	const answer = accept(context, accepted?.(delivery, known) ?? { body });
	if (items.length === 0) return answer;
	return {
		workflowData: [context.helpers.returnJsonArray(items)],
		// n8n asks for it when the execution is stored. What is written before that is not saved.
		get webhookResponse() {
			told();
			return answer.webhookResponse;
		},
	};
}

function messageOn(chosen: number, told: number): string {
	if (chosen === 0) return 'Received; no event of it is ticked in the trigger';
	return told === 0 ? 'Received before: it starts nothing twice' : 'Received';
}

async function prove<Secret>(
	{ source, renew }: Receiver<Secret>,
	delivery: Delivery,
	known: readonly Secret[],
): Promise<Verdict | 'proved' | 'owed'> {
	const verdict = source.authenticate(delivery, known);
	if (verdict.genuine || verdict.reason !== 'mismatch' || !renew) return verdict;
	const proves = (found: readonly Secret[]) => source.authenticate(delivery, found).genuine;
	const renewal = await renew(proves);
	return renewal === 'refuted' ? verdict : renewal;
}

/** Left to n8n to send, which does so once the execution is recorded; only the type is set here. */
function accept(context: IWebhookFunctions, { body, contentType }: Acceptance) {
	if (contentType !== undefined) {
		context.getResponseObject().setHeader('Content-Type', contentType);
	}
	return { webhookResponse: body } satisfies IWebhookResponseData;
}

interface RefusedCall {
	status: 400 | 401 | 503;
	message: string;
	/** For the log, where it says more than the answer. */
	reason?: string;
	/** The delivery's name, for the log. */
	delivery?: string;
	refused?: Receiver['refused'];
}

/** Own answer plus `noWebhookResponse`: the only way to say no without an execution. */
function refuse(context: IWebhookFunctions, call: RefusedCall): IWebhookResponseData {
	const { status, message, reason = message, delivery = 'unnamed', refused } = call;
	context.logger.warn(
		`Refused a call to "${context.getNode().name}" (delivery ${delivery}): ${reason}`,
	);
	const answer: IDataObject = refused?.(status, message) ?? { message };
	context.getResponseObject().status(status).json(answer);
	return { noWebhookResponse: true };
}

/** A stranger chooses this text, so only what looks like an identifier reaches the log. */
function nameOf<Secret>(source: WebhookSource<Secret>, delivery: Delivery): string | undefined {
	const name = source.deliveryName(delivery);
	return name !== undefined && /^[\w-]{1,64}$/.test(name) ? name : undefined;
}
