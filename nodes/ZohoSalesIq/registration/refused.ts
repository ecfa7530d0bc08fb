import { detailsOf } from '../../shared/operations/errors';
import type { Wanted } from './wanted';

/** A refusal by SalesIQ to write a webhook, as the node shows it. */
export type Refused = Error & { description?: string | null };

/** SalesIQ may repeat the address in its text, and readers of a log must not learn the token. */
export function hidingToken(error: unknown, token: string): Refused {
	const refused = error as Refused;
	const details = detailsOf(error);
	refused.message = refused.message.replaceAll(token, '…');
	refused.description = refused.description?.replaceAll(token, '…');
	details.culprit = details.culprit?.replaceAll(token, '…');
	return refused;
}

/** Codes of SalesIQ that say enough: the address has nothing to do with them. */
const CLEAR = [
	1001, 1002, 1003, 1004, 1005, 1006, 1008, 1009, 1010, 1014, 1016, 1017, 1018, 1019, 1020, 1021,
	1023, 1026,
];

/** Whether a refusal has nothing to do with the address, or not an answer from the API came at all. */
export function isClear(refused: Refused): boolean {
	const { culprit = '' } = detailsOf(refused);
	return saysEnough(refused) || /^(events|app_ids)\[/.test(culprit);
}

function saysEnough(refused: Refused): boolean {
	const { vendorCode } = detailsOf(refused);
	return vendorCode === undefined || CLEAR.includes(Number(vendorCode));
}

/** What SalesIQ does not say: a probe that failed has no documented code. */
export function withHint(refused: Refused, { events }: Wanted): Refused {
	if (saysEnough(refused)) return refused;
	const index = /^events\[(\d+)\]/.exec(detailsOf(refused).culprit ?? '')?.[1];
	const event = index === undefined ? undefined : events[Number(index)];
	const hint =
		event === undefined
			? 'SalesIQ sends the address a HEAD request and expects status 200: it must be public, https and without a port number'
			: `The event is ${event}: remove it, this portal does not support it`;
	refused.description = [refused.description, hint].filter(Boolean).join('. ');
	return refused;
}
