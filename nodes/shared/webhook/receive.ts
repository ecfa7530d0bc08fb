import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Delivery, Payload, WebhookSource } from './source';
import { takeDelivery } from './take';
import { tell, type OutputSettings } from './tell';
import type { Verdict } from './verify';

export interface Receiver<Secret = string> {
	source: WebhookSource<Secret>;
	/** Asked for once a call is there; a failure to find any means that nothing can be proved. */
	secrets: () => Promise<readonly Secret[]>;
	/**
	 * Asked when a well-formed proof fits no secret: whether other secrets have been found and
	 * stored since. The vendor is then asked to call again, because n8n keeps what was stored only
	 * when a call starts no execution.
	 */
	renew?: (proves: (secrets: readonly Secret[]) => boolean) => Promise<boolean>;
	/** Whether the user wants this event. */
	choose: (payload: Payload) => boolean;
	output: OutputSettings;
}

// One text for every refusal: the log tells the reason, a forger learns nothing.
const NOT_PROVED = 'Refused: the proof that this call is genuine is missing or does not fit';

/**
 * The way in, the same for every vendor: take, prove, read, choose, tell. Answers 200, 400, 401 or
 * (keys renewed) 503, and never throws for what a stranger sends: n8n would answer 500 and keep a
 * failed execution.
 */
export async function receive<Secret>(
	context: IWebhookFunctions,
	receiver: Receiver<Secret>,
): Promise<IWebhookResponseData> {
	const { source, choose, output } = receiver;
	const delivery = await takeDelivery(context);
	if (!delivery) return refuse(context, 400, 'The body could not be read: send it as JSON');
	const name = nameOf(source, delivery);
	if (delivery.body.length > source.maxBodyBytes) {
		return refuse(context, 400, `The body is larger than ${source.maxBodyBytes} bytes`, name);
	}

	const verdict = await prove(receiver, delivery);
	if (verdict === 'renewed') {
		return refuse(context, 503, 'The keys have been renewed: send it again', name);
	}
	if (!verdict.genuine) return refuse(context, 401, NOT_PROVED, name, verdict.reason);

	const reading = source.read(delivery);
	if ('unreadable' in reading) return refuse(context, 400, reading.unreadable, name);

	const items = reading.payloads.flatMap((payload, index) =>
		choose(payload) ? [tell(source, delivery, payload, index, output)] : [],
	);
	if (items.length === 0) return accept('Received; no event of it is ticked in the trigger');
	return { ...accept('Received'), workflowData: [context.helpers.returnJsonArray(items)] };
}

async function prove<Secret>(
	{ source, secrets, renew }: Receiver<Secret>,
	delivery: Delivery,
): Promise<Verdict | 'renewed'> {
	const verdict = source.authenticate(delivery, await secrets().catch(() => []));
	if (verdict.genuine || verdict.reason !== 'mismatch' || !renew) return verdict;
	const proves = (found: readonly Secret[]) => source.authenticate(delivery, found).genuine;
	return (await renew(proves)) ? 'renewed' : verdict;
}

const accept = (message: string): IWebhookResponseData => ({ webhookResponse: { message } });

/** Own answer plus `noWebhookResponse`: the only way to say no without an execution. */
function refuse(
	context: IWebhookFunctions,
	status: 400 | 401 | 503,
	message: string,
	delivery = 'unnamed',
	reason = message,
): IWebhookResponseData {
	context.logger.warn(
		`Refused a call to "${context.getNode().name}" (delivery ${delivery}): ${reason}`,
	);
	const answer: IDataObject = { message };
	context.getResponseObject().status(status).json(answer);
	return { noWebhookResponse: true };
}

/** A stranger chooses this text, so only what looks like an identifier reaches the log. */
function nameOf<Secret>(source: WebhookSource<Secret>, delivery: Delivery): string | undefined {
	const name = source.deliveryName(delivery);
	return name !== undefined && /^[\w-]{1,64}$/.test(name) ? name : undefined;
}
