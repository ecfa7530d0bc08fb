import type { INodePropertyOptions } from 'n8n-workflow';
import type { CommonEvent } from '../shared/conversation';
import { optionsIn, type CatalogueEntry } from '../shared/webhook/catalogue';

/** SalesIQ registers events of conversations and visitors apart from those of the portal. */
export const KINDS = ['data', 'administration'] as const;

export type Kind = (typeof KINDS)[number];

interface SalesIqEntry extends CatalogueEntry {
	kind: Kind;
	/** Known from the newer Workflows product only: a portal may refuse to register it. */
	newer?: true;
}

const entry = (
	name: string,
	description: string,
	event: CommonEvent = 'other',
	kind: Kind = 'data',
): SalesIqEntry => ({ name, description, kind, event });

const administration = (name: string, description: string, event?: CommonEvent) =>
	entry(name, description, event, 'administration');

const newer = (of: SalesIqEntry): SalesIqEntry => ({
	...of,
	name: `${of.name} (Newer Portals)`,
	description: `${of.description}; not every portal supports it`,
	newer: true,
});

/** Every event that Zoho documents (zoho.com/salesiq/help, webhooks and workflows), by its own name. */
export const catalogue: Readonly<Record<string, SalesIqEntry>> = {
	'brands.disabled': newer(administration('Brand Disabled', 'A brand is switched off')),
	'brands.enabled': newer(administration('Brand Enabled', 'A brand is switched on')),
	'contact.tag.action': newer(
		entry('Contact Tagged', 'A tag is added to a contact or removed', 'contact.updated'),
	),
	'conversation.attender.updated': entry(
		'Conversation Picked Up',
		'An operator picks up a conversation',
		'conversation.assigned',
	),
	'conversation.completed': entry(
		'Conversation Completed',
		'A conversation ends',
		'conversation.closed',
	),
	'conversation.created': entry(
		'Conversation Created',
		'A visitor starts a conversation',
		'conversation.started',
	),
	'conversation.message.deleted': entry('Message Deleted', 'A message is deleted'),
	'conversation.message.edited': entry('Message Edited', 'A message is edited'),
	'conversation.metrics': newer(entry('Conversation Metric', 'A metric reaches a value')),
	'conversation.missed': entry(
		'Conversation Missed',
		'Nobody picked up a conversation',
		'conversation.missed',
	),
	'conversation.operator.replied': entry(
		'Message From Operator',
		'An operator or a bot writes',
		'message.sent',
	),
	'conversation.participants.added': entry('Conversation Participant Added', 'A participant joins'),
	'conversation.participants.deleted': entry(
		'Conversation Participant Left',
		'A participant leaves',
	),
	'conversation.rated': entry(
		'Conversation Rated',
		'A visitor rates or leaves feedback; the two may come separately',
		'rating.given',
	),
	'conversation.reopened': newer(
		entry(
			'Conversation Reopened',
			'A closed conversation is opened again',
			'conversation.reopened',
		),
	),
	'conversation.supervisor.added': entry('Conversation Supervisor Added', 'A supervisor joins'),
	'conversation.transfer.accepted': entry(
		'Conversation Transfer Accepted',
		'A transfer is accepted',
		'conversation.assigned',
	),
	'conversation.transfer.initiated': entry('Conversation Transfer Initiated', 'A transfer starts'),
	'conversation.transfer.rejected': entry(
		'Conversation Transfer Rejected',
		'A transfer is rejected',
	),
	'conversation.visitor.replied': entry(
		'Message From Visitor',
		'A visitor writes',
		'message.received',
	),
	'department.created': administration('Department Created', 'A department is added'),
	'department.deleted': administration('Department Deleted', 'A department is removed'),
	'department.updated': administration('Department Updated', 'Details of a department change'),
	'lead.tag.action': newer(
		entry('Lead Tagged', 'A tag is added to a lead or removed', 'contact.updated'),
	),
	'operator.created': administration('Operator Created', 'An operator is added', 'agent.created'),
	'operator.deleted': administration('Operator Deleted', 'An operator is removed', 'agent.deleted'),
	'operator.departments.associated': administration(
		'Operator Joined Departments',
		'An operator is assigned to departments',
		'agent.updated',
	),
	'operator.departments.dissociated': administration(
		'Operator Left Departments',
		'An operator is removed from departments',
		'agent.updated',
	),
	'operator.updated': administration(
		'Operator Updated',
		'A setting of an operator changes',
		'agent.updated',
	),
	'tag.created': newer(administration('Tag Created', 'A tag is created')),
	'tag.deleted': newer(administration('Tag Deleted', 'A tag is deleted')),
	'tag.updated': newer(administration('Tag Updated', 'A tag is changed')),
	'visitor.updated': entry(
		'Visitor Updated',
		'A lead or contact changes, or a lead becomes a contact',
		'contact.updated',
	),
};

/** What the events are about, as their names begin: first what most people want to hear of. */
const SUBJECTS = [
	...['Conversation', 'Message', 'Visitor', 'Lead', 'Contact'],
	...['Operator', 'Department', 'Brand', 'Tag'],
];

const subjectOf = ({ name }: INodePropertyOptions) =>
	SUBJECTS.findIndex((subject) => name.startsWith(`${subject} `));

/** All events as a pick list, those about the same together. */
export const eventOptions = optionsIn(catalogue).sort((a, b) => subjectOf(a) - subjectOf(b));
