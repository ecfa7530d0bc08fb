// One row per conversation: what this event says of it. What it does not say stays as it was.
const told = $('Rated').item.json;
const { error, contact = {}, agent = {}, inbox = {}, conversation = {} } = $json;
const { kind, score, outOf, comment } = told.rating;
const isScored = (of) => kind === of && typeof score === 'number';

const csat = isScored('csat') ? Math.round((score / (outOf ?? 5)) * 50) / 10 : undefined;
const nps = isScored('nps') ? score : undefined;
const isBad = csat <= 3 || nps <= 6;

const said = []; // Filled in when the template is written.

const row = {
	conversation: `${told.vendor} ${told.conversation.id ?? told.deliveryId}`,
	vendor: told.vendor,
	channel: conversation.channel ?? told.conversation.channel,
	inbox: inbox.name ?? told.inbox.name ?? told.inbox.id,
	agent: agent.name ?? told.agent.name,
	at: told.occurredAt ?? $now.toISO(),
	// Who did not answer stays a number.
	...(told.event === 'conversation.closed'
		? { ended: told.occurredAt ?? $now.toISO() }
		: {
				contact: contact.name ?? contact.email,
				reach: [contact.email, contact.phone].filter(Boolean).join(', ') || undefined,
				csat,
				nps,
				comment: comment?.slice(0, 2000),
				talk: isBad ? said.join('\n').slice(0, 4000) : undefined,
				trouble: String(error?.message ?? error ?? ''),
			}),
};
return { json: Object.fromEntries(Object.entries(row).filter(([, value]) => value != null)) };
