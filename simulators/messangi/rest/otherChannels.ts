import { randomUUID } from 'node:crypto';
import { badRequest, MessangiError, metaOf } from '../errors';
import type { World } from '../world';
import { optionalTexts, requiredTexts } from './required';
import type { Answer, Route } from './route';

/** Send e-mail; only from an address that was verified before (contract §6). */
export const sendEmail: Route = {
	method: 'POST',
	path: '/crowsnest/v2/emails',
	answer: ({ body }, world) => {
		const { from, to, subject, text } = requiredTexts(body, 'from', 'to', 'subject', 'text');
		if (!world.account.verifiedSenders.includes(from)) {
			throw badRequest('The sender address is not verified');
		}
		const more = optionalTexts(body, 'externalId');
		const id = randomUUID();
		world.account.messages.push({ id, channel: 'EMAIL', from, to, subject, text, ...more });
		return undocumentedAnswer(id, world);
	},
};

/** Send WhatsApp text; outside the 24-hour window that is 410, as a client has met it. */
export const sendWhatsAppText: Route = {
	method: 'POST',
	path: '/balerion/v3/messages',
	answer: ({ body }, world) => {
		const { from, to, type, body: text } = requiredTexts(body, 'from', 'to', 'type', 'body');
		if (type !== 'text') throw badRequest(`Unknown type '${type}'`);
		if (world.account.closedWindows.includes(to.replace(/^\+/, ''))) {
			throw new MessangiError(410, 'More than 24 hours have passed since the last message');
		}
		const id = randomUUID();
		world.account.messages.push({ id, channel: 'WHATSAPP', from, to, text });
		return undocumentedAnswer(id, world);
	},
};

/** As *Send SMS* answers, as nothing else is known. */
function undocumentedAnswer(id: string, { settings, clock }: World): Answer {
	if (settings.undocumentedAnswer === 'empty') return {};
	if (settings.undocumentedAnswer === 'flat')
		return { body: { status: 'ACCEPTED', messageId: id } };
	return { body: { meta: metaOf(clock.now()), data: { id, status: 'ACCEPTED' } } };
}
