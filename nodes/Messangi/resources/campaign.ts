import { flag, required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { metaOf } from '../api/answers';
import { messangi } from '../api/request';
import { phoneIn, toPhone, withoutPlus } from './fields';
import * as output from './outputs';

const FROM_TRIGGER = 'Fill it in; the trigger outputs it as payload.campaignId';

const trigger: Operation = {
	option: {
		name: 'Trigger',
		value: 'trigger',
		action: 'Trigger campaign',
		description:
			'Start a live campaign for one phone number: a chatbot, raffle, trivia or survey with API Endpoint as its recipients',
	},
	fields: [
		{
			...required(text('Campaign ID', 'campaignId', '13010')),
			description: 'Find it under Reports > Delivery Endpoint of the campaign',
		},
		required(
			text(
				'Campaign Label',
				'campaignLabel',
				'demo',
				'As in the test form under Reports > Delivery Endpoint of the campaign',
			),
		),
		toPhone('receiver', 'Receiver'),
		flag(
			'Keep Plus Sign',
			'keepPlus',
			"to send the number with its plus sign; Messangi's example has only digits",
		),
	],
	output: output.accepted,
	async run(call) {
		const phone = phoneIn(call, 'receiver');
		const answer = await messangi(call, {
			method: 'POST',
			path: `/thetrident/v1/campaigns/${call.segment('campaignId', { hint: FROM_TRIGGER })}/trigger`,
			json: {
				receiver: call.flag('keepPlus') ? phone : withoutPlus(phone),
				campaignLabel: call.text('campaignLabel'),
			},
		});
		return { accepted: true, ...metaOf(answer) };
	},
};

export const campaign: Resource = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [trigger],
};
