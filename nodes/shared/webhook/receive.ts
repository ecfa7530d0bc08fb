import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { choiceOf, isChosen, type Choice } from './choose';
import { once, repeatsOf, type Repeats } from './once';
import type { Delivery, WebhookSource } from './source';
import { takeDelivery } from './take';
import { outputOf, tell } from './tell';
import type { Verdict } from './verify';

export interface Receiver<Secret, Filters> {
	source: WebhookSource<Secret, Filters>;
	/** Without any, nothing can be proved. */
	secrets: readonly Secret[];
	/** Asked for when these prove nothing: what has taken their place since, if anything has. */
	newer?: () => Promise<Receiver<Secret, Filters> | undefined>;
	/**
	 * Asked for when a well-formed proof matches no secret: the secrets now in force, looked up and
	 * stored, or `owed` while they cannot be looked up. If they prove the call, or are owed, the
	 * vendor is asked to call again: n8n keeps what was stored only when a call starts no execution.
	 */
	renew?: () => Promise<readonly Secret[] | 'owed'>;
	/** Which events the user wants, where the node has other fields than `events` and `filters`. */
	choice?: Choice<Filters>;
	/** What is not output again, if the node has no field for it. */
	repeats?: Repeats;
	/** The answer to an accepted call, if the vendor needs a special one. */
	accepted?: (delivery: Delivery) => Acceptance;
	/** The answer to a call that was not accepted, if its caller reads more than the status. */
	refused?: Refused;
}

type Refused = (status: 400 | 401 | 503, message: string) => IDataObject;

export interface Acceptance {
	body: string | IDataObject;
	/** n8n sends a text as HTML otherwise. */
	contentType?: string;
}

// One text for every refusal: the log has the reason, a forger learns nothing.
const NOT_PROVED = 'Refused: the proof that this call is genuine is missing or does not match';

/**
 * The way in, the same for every vendor: take, prove, read, choose, once, tell. Answers 200, 400, 401
 * or (keys renewed, or not looked up yet) 503, and never throws for what a stranger sends: n8n would
 * answer 500 and keep a failed execution.
 */
export async function receive<Secret, Filters>(
	context: IWebhookFunctions,
	receiver: Receiver<Secret, Filters>,
): Promise<IWebhookResponseData> {
	const { source, accepted, refused } = receiver;
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

	const verdict = await prove(receiver, delivery);
	if (verdict === 'renewed') return no(503, 'The keys have been renewed: send it again');
	if (verdict === 'owed') return no(503, 'The keys cannot be looked up yet: send it again later');
	if (!verdict.genuine) {
		const newer = await receiver.newer?.();
		if (newer) return await receive(context, newer);
		const { reason, detail } = verdict;
		const said = [reason, detail, source.broughtBy?.(delivery)].filter(Boolean).join('; ');
		return no(401, NOT_PROVED, said);
	}

	const reading = source.read(delivery);
	if ('unreadable' in reading) return no(400, reading.unreadable);
	if (reading.odd) context.logger.warn(`Accepted a call to ${nodeOf(context)}: ${reading.odd}`);

	const { choice = choiceOf<Filters>(context), repeats = repeatsOf(context) } = receiver;
	const output = outputOf(context);
	const chosen = reading.payloads.flatMap((payload, index) =>
		payload && isChosen(source, payload, choice) ? [source.describe(payload, delivery, index)] : [],
	);
	const { fresh, told } = await once(context, chosen, repeats);
	const items = fresh.map((event) => tell(source, delivery, event, output));

	const body = { message: messageOn(chosen.length, items.length) };
	const answer = accept(context, accepted?.(delivery) ?? { body });
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
	if (chosen === 0) return 'Received; none of its events is selected in the trigger';
	return told === 0 ? 'Received before: not started again' : 'Received';
}

async function prove<Secret, Filters>(
	{ source, secrets, renew }: Receiver<Secret, Filters>,
	delivery: Delivery,
): Promise<Verdict | 'renewed' | 'owed'> {
	const verdict = source.authenticate(delivery, secrets);
	if (verdict.genuine || verdict.reason !== 'mismatch' || !renew) return verdict;
	const found = await renew();
	if (found === 'owed') return 'owed';
	return source.authenticate(delivery, found).genuine ? 'renewed' : verdict;
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
	refused?: Refused;
}

/** Own answer plus `noWebhookResponse`: the only way to refuse without an execution. */
function refuse(context: IWebhookFunctions, call: RefusedCall): IWebhookResponseData {
	const { status, message, reason = message, delivery = 'unnamed', refused } = call;
	context.logger.warn(`Refused a call to ${nodeOf(context)} (delivery ${delivery}): ${reason}`);
	const answer: IDataObject = refused?.(status, message) ?? { message };
	context.getResponseObject().status(status).json(answer);
	return { noWebhookResponse: true };
}

/** Which of all triggers, for the log. */
const nodeOf = (context: IWebhookFunctions) =>
	`"${context.getNode().name}" in the workflow "${context.getWorkflow().name}"`;

/** A stranger chooses this text, so only what looks like an identifier reaches the log. */
function nameOf(
	source: Pick<WebhookSource, 'deliveryName'>,
	delivery: Delivery,
): string | undefined {
	const name = source.deliveryName(delivery);
	return name !== undefined && /^[\w-]{1,64}$/.test(name) ? name : undefined;
}
