import { deliverOnce } from '../../shared/deliverOnce';
import type { SenderOptions, TimedReport } from '../../shared/delivery';
import type { Account } from '../account';
import type { Settings } from '../settings';

/** Lets an event happen: every webhook of the dashboard that is for it is told. */
export async function emit(
	event: string,
	data: object,
	{ webhooks }: Account,
	{ contentType }: Settings,
	sender: SenderOptions,
): Promise<TimedReport[]> {
	const body = JSON.stringify({ type: event, data });
	const told = webhooks.filter((webhook) => webhook.event === event);
	return await Promise.all(
		told.map(({ endpoint }) =>
			deliverOnce({ endpoint: { ...endpoint, secret: '' }, body, contentType }, sender),
		),
	);
}
