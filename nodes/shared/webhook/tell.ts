import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { ConversationEvent } from '../conversation';
import { plainEvent } from '../plain';
import type { Delivery, WebhookSource } from './source';

export interface OutputSettings {
	/** `unified` describes every vendor's event in one shape, `payload` is what the vendor sent. */
	shape: 'unified' | 'payload';
	/** Whether the item gets the delivery's headers, without those that prove it. */
	headers: boolean;
}

/** What the user chose in the fields that every trigger has. */
export const outputOf = (context: IWebhookFunctions): OutputSettings => ({
	shape: context.getNodeParameter('output') as OutputSettings['shape'],
	headers: context.getNodeParameter('options.includeHeaders', false) as boolean,
});

/** One item for the workflow. Either shape has a `deliveryId` to recognize a retry by. */
export function tell(
	source: Pick<WebhookSource, 'shownHeaders'>,
	delivery: Delivery,
	event: ConversationEvent,
	{ shape, headers }: OutputSettings,
): IDataObject {
	const { payload, deliveryId } = event;
	const item = shape === 'unified' ? plainEvent(event) : { ...payload, deliveryId };
	const shown = headers ? { deliveryHeaders: shownHeaders(source, delivery) } : {};
	return { ...item, ...shown } as IDataObject;
}

function shownHeaders(
	{ shownHeaders }: Pick<WebhookSource, 'shownHeaders'>,
	{ headers }: Delivery,
): IDataObject {
	return Object.fromEntries(shownHeaders.map((name) => [name, headers[name] ?? null]));
}
