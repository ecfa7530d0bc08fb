import { randomUUID } from 'node:crypto';
import type { Message } from '../account/model';
import { metaOf } from '../errors';
import type { World } from '../world';
import { optionalTexts, requiredTexts } from './required';
import type { Answer, Route } from './route';

/** Send SMS (contract §5.4). A refusal comes with HTTP 200, too. */
export const sendSms: Route = {
	method: 'POST',
	path: '/raven/v2/messages',
	answer: ({ body }, world) => {
		const { from, to, text } = requiredTexts(body, 'from', 'to', 'text', 'type');
		if (!isNumber(to, world)) return { body: refusal };
		const message: Message = {
			id: randomUUID(),
			channel: 'SMS',
			from,
			to,
			text,
			...optionalTexts(body, 'externalId', 'callback'),
		};
		world.account.messages.push(message);
		return accepted(message, world);
	},
};

/** As a client has met it; that the shape is the same beside either answer is assumed. */
const refusal = { status: 'REJECTED', messageId: '', description: 'Invalid recipient number' };

function isNumber(to: string, { settings }: World): boolean {
	return (settings.plusInTo ? /^\+?\d{5,15}$/ : /^\d{5,15}$/).test(to);
}

function accepted({ id, from, to, text }: Message, { settings, clock }: World): Answer {
	const status = settings.smsStatus;
	if (settings.smsAnswer === 'flat') {
		return { body: { status, messageId: id, description: 'Message accepted for delivery' } };
	}
	const data = {
		id,
		from,
		text,
		to: `+${to.replace(/^\+/, '')}`,
		type: 'MT',
		status,
		date: inNanoseconds(clock.now()),
	};
	return { body: { meta: metaOf(clock.now()), data } };
}

/** `2021-08-17T04:25:38.117592194Z`: more digits than a JavaScript date holds. */
function inNanoseconds(nowMs: number): string {
	return new Date(nowMs).toISOString().replace('Z', '592194Z');
}
