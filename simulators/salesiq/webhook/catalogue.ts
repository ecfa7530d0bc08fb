import type { WebhookType } from '../account/webhooks';

/** Events that the webhook pages print, by kind (contract §3). */
const documented: Readonly<Record<WebhookType, readonly string[]>> = {
	data: [
		'conversation.created',
		'conversation.attender.updated',
		'conversation.missed',
		'conversation.completed',
		'conversation.visitor.replied',
		'conversation.operator.replied',
		'conversation.rated',
		'visitor.updated',
		'conversation.transfer.initiated',
		'conversation.transfer.accepted',
		'conversation.transfer.rejected',
		'conversation.participants.added',
		'conversation.participants.deleted',
		'conversation.supervisor.added',
		'conversation.message.edited',
		'conversation.message.deleted',
	],
	administration: [
		'department.created',
		'department.updated',
		'department.deleted',
		'operator.created',
		'operator.updated',
		'operator.deleted',
		'operator.departments.associated',
		'operator.departments.dissociated',
	],
};

/** Events that only the newer Workflows pages print. */
const workflowsOnly: Readonly<Record<WebhookType, readonly string[]>> = {
	data: ['conversation.metrics', 'conversation.reopened', 'contact.tag.action', 'lead.tag.action'],
	administration: [
		'brands.enabled',
		'brands.disabled',
		'tag.created',
		'tag.updated',
		'tag.deleted',
	],
};

/** The events that a webhook of that type may have. */
export function eventsOf(type: WebhookType, withWorkflows: boolean): readonly string[] {
	return withWorkflows ? [...documented[type], ...workflowsOnly[type]] : documented[type];
}

/** The type of the webhooks that hear of an event; undefined where the vendor has no such event. */
export function typeOf(event: string): WebhookType | undefined {
	return (['data', 'administration'] as const).find((type) => {
		return eventsOf(type, true).includes(event);
	});
}
