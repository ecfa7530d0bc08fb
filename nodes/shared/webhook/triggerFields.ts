import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { SECRET_PARAMETER } from './address';
import { ALL_EVENTS } from './choose';

/** Fields that every trigger has, so that a user who knows one knows them all. */

export const COPY_ADDRESS = 'Open <b>Webhook URLs</b> above and copy the <b>Production URL</b>.';

/** What to do by hand at the vendor, step by step, in HTML. */
export const setUpNotice = (why: string, steps: readonly string[]): INodeProperties => ({
	// Of HTML n8n leaves links and dotted lists in a notice, so the numbers are written out.
	displayName: `${why}<ul>${steps.map((step, index) => `<li>${index + 1}. ${step}</li>`).join('')}</ul>`,
	name: 'setUpNotice',
	type: 'notice',
	default: '',
});

/**
 * How the full address is put together, secret included: by the user, from two parts. n8n copies
 * its own address on a click; the token stays in the credential, because a node shows everything to
 * all who may use the credential, and they need not know what is in it.
 *
 * @param what begins the sentence, such as "The full address"
 */
export const fullAddressNotice = (
	what: string,
	displayOptions: IDisplayOptions = {},
): INodeProperties => ({
	displayName: `${what} is the Production URL under <b>Webhook URLs</b> above (click to copy), with <b>?${SECRET_PARAMETER}=</b> and the token of your credential at the end: <b>https://…/webhook?${SECRET_PARAMETER}=&lt;the token of the credential&gt;</b>. Treat it as a password.`,
	name: 'fullAddressNotice',
	type: 'notice',
	default: '',
	displayOptions,
});

interface EventsField {
	/** The events, in the order in which they are shown. */
	options: INodePropertyOptions[];
	/** The event that most users are after. */
	ticked: string;
	/** What All Events stands for. */
	allEvents: string;
}

/** Which events start the workflow: read by `choiceOf`, as `filtersField` is. */
export const eventsField = ({ options, ticked, allEvents }: EventsField): INodeProperties => ({
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: [ticked],
	options: [{ name: 'All Events', value: ALL_EVENTS, description: allEvents }, ...options],
});

/** What a selected event must also have. */
export const filtersField = (description: string, options: INodeProperties[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description,
	options,
});

/** Whether an item tells the one event, or what the vendor sent: read by `outputOf`. */
export const outputField = (vendor: string): INodeProperties => ({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'unified',
	options: [
		{
			name: 'Unified',
			value: 'unified',
			description: `The same fields for every vendor, and what ${vendor} sent as payload`,
		},
		{
			name: 'Vendor Payload',
			value: 'payload',
			description: `The fields that ${vendor} sent, and deliveryId`,
		},
	],
	description: 'Which fields each event has in the output',
});

/** The collection of options, those that every trigger has among the vendor's own. */
export const optionsField = (vendor: string, own: INodeProperties[] = []): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	description: 'Settings that most people leave as they are',
	options: [
		{
			displayName: 'Allow Local Address',
			name: 'allowLocalAddress',
			type: 'boolean',
			default: false,
			description: `Whether to publish at an address that ${vendor} cannot reach, to try things out on your own machine`,
		},
		{
			displayName: 'Include Delivery Headers',
			name: 'includeHeaders',
			type: 'boolean',
			default: false,
			description:
				'Whether to add the headers of the delivery as deliveryHeaders, without those that prove it',
		},
		...own,
	],
});

/** What happens to an event that comes again: read by `repeatsOf`. Not for triggers that answer. */
export const repeatsOption = (vendor: string): INodeProperties => ({
	displayName: 'Repeats',
	name: 'repeats',
	type: 'options',
	default: 'delivery',
	options: [
		{
			name: 'Keep',
			value: 'keep',
			description: `Start the workflow each time ${vendor} calls`,
		},
		{
			name: 'Skip the Same Delivery',
			value: 'delivery',
			description: 'Start the workflow once for each deliveryId',
		},
		{
			name: 'Skip the Same Event of a Conversation',
			value: 'conversation',
			description:
				'Start the workflow once for each event and conversation ID: of several messages, only the first. An event without a conversation ID is skipped by its deliveryId.',
		},
	],
	description: `What to do when ${vendor} repeats what has already started the workflow. Test runs are never skipped.`,
});

/** A filter by words of the payload, entered as one text: "13010, 13011". */
export const words = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	description: `${description}, separated by commas`,
});
