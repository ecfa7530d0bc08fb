import type { Occurrence, Webhook } from '../account/webhooks';
import type { Settings } from '../settings';
import { BareId } from './occurrence';
import { textValues } from './textValues';

/** Marks where the quotes come off again; no payload has this character. */
const MARK = '\u0001';

/** The body of one delivery; `attempt` counts the tries from 1 (contract §2.1). */
export function printDelivery(
	{ envelope, appId }: Occurrence,
	webhook: Pick<Webhook, 'id'>,
	attempt: number,
	settings: Pick<Settings, 'newerDeliveries' | 'textValues'>,
	indent = 0,
): string {
	// Observed in newer deliveries (contract §2.3).
	const newer = {
		version: 1,
		event_time: Number(envelope.event_time),
		...(appId !== undefined && { app_id: new BareId(appId) }),
		webhook: { id: webhook.id },
	};
	const told = { ...envelope, attempt, ...(settings.newerDeliveries && newer) };
	return printBare(settings.textValues ? textValues(told) : told, indent);
}

function printBare(value: unknown, indent: number): string {
	const mark = (_key: string, entry: unknown) =>
		entry instanceof BareId ? MARK + entry.digits : entry;
	const text = JSON.stringify(value, mark, indent);
	return text.replace(/"\\u0001(\d+)"/g, '$1');
}
