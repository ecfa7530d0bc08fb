import type { Operation, Resource } from '../../shared/operations/operation';
import { textParameter } from '../../shared/operations/parameters';
import { metaOf } from '../api/answers';
import { messangi } from '../api/request';
import { required, text } from '../../shared/operations/fields';
import { phoneParameter, segment, toPhone, withoutPlus } from './fields';
import * as output from './outputs';

const trigger: Operation = {
	option: {
		name: 'Trigger',
		value: 'trigger',
		action: 'Trigger campaign',
		description:
			'Start a live campaign for one phone: a chatbot, raffle, trivia or survey with API Endpoint as its recipients',
	},
	fields: [
		{
			...required(text('Campaign ID', 'campaignId', '13010')),
			description: 'It stands under Reports > Delivery Endpoint of the campaign',
		},
		required(text('Campaign Label', 'campaignLabel', 'demo')),
		toPhone('receiver', 'Receiver'),
		{
			displayName: 'Keep Plus Sign',
			name: 'keepPlus',
			type: 'boolean',
			default: false,
			description:
				"Whether to send the number with its plus sign; Messangi's example has only digits",
		},
	],
	output: output.accepted,
	async run(context, item) {
		const phone = phoneParameter(context, 'receiver', item);
		const keepPlus = context.getNodeParameter('keepPlus', item) as boolean;
		const answer = await messangi(context, {
			method: 'POST',
			path: `/thetrident/v1/campaigns/${segment(context, 'campaignId', item)}/trigger`,
			json: {
				receiver: keepPlus ? phone : withoutPlus(phone),
				campaignLabel: textParameter(context, 'campaignLabel', item),
			},
		});
		return { accepted: true, ...metaOf(answer) };
	},
};

export const campaign: Resource = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [trigger],
};
