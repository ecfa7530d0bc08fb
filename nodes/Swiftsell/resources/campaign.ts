import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import { toNodeError } from '../../shared/operations/errors';
import { required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { campaignAddress } from '../api/address';
import { post } from '../api/request';
import { contactFields, contactsOf } from './campaignContacts';
import * as output from './outputs';

/** The most that a request may contain (help.wotnot.io, ongoing campaigns). */
const MAX_CONTACTS = 10_000;

const trigger: Operation = {
	option: {
		name: 'Trigger',
		value: 'trigger',
		action: 'Trigger campaign',
		description:
			'Send contacts to an ongoing campaign; more than 10,000 are sent in several requests',
	},
	fields: [
		{
			...required(text('Webhook URL', 'webhookUrl', 'https://app.swiftsell.biz/…')),
			description:
				'Copy it from the Trigger block of the outbound bot, where Webhook URL is chosen. The account token is sent only to hosts of the product.',
		},
		...contactFields,
	],
	output: output.campaignBatch,
	async run(call) {
		const contacts = contactsOf(call);
		if (contacts.length === 0) return [];
		const url = await campaignAddress(call, call.text('webhookUrl'));
		return await sendInBatches(call, url, contacts);
	},
};

async function sendInBatches(
	call: Call,
	url: string,
	contacts: IDataObject[],
): Promise<IDataObject[]> {
	const batches = Math.ceil(contacts.length / MAX_CONTACTS);
	const answers: IDataObject[] = [];
	for (let batch = 1; batch <= batches; batch++) {
		const start = (batch - 1) * MAX_CONTACTS;
		const part = contacts.slice(start, start + MAX_CONTACTS);
		try {
			const answer = await post(call, url, part.length === 1 ? part[0] : part);
			answers.push({ batch, batches, contacts: part.length, ...answer });
		} catch (error) {
			// Sending all of them again would reach the first ones twice.
			if (batch === 1) throw toNodeError(call, error, call.item);
			throw call.refuse(
				`Batch ${batch} of ${batches} was not accepted: ${(error as Error).message}`,
				`The first ${start} of ${contacts.length} contacts have been sent: continue with the others only. ${(error as { description?: string }).description ?? ''}`,
			);
		}
		call.logger.info(
			`Swiftsell campaign: batch ${batch} of ${batches} sent, ${start + part.length} of ${contacts.length} contacts`,
		);
	}
	return answers;
}

export const campaign: Resource = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [trigger],
};
