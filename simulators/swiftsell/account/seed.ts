import type { Account } from './model';

/** The account as it is at the start: account, bot and conversation of the example deliveries. */
export function seedAccount(): Account {
	return {
		id: 476,
		webhook: undefined,
		bots: [
			{
				id: 8861,
				bot_key: 'ExampleBot0000000000000008861Key',
				name: 'All Dialogs',
				email: 'bot@example.com',
				channel: 'WEB',
				isDeployed: true,
			},
			{
				id: 8862,
				bot_key: 'ExampleBot0000000000000008862Key',
				name: 'Order status',
				email: 'order-bot@example.com',
				channel: 'API',
				isDeployed: true,
			},
		],
		agents: [
			{ id: 8292, email: 'agent@example.com' },
			{ id: 8293, email: 'lead-agent@example.com' },
		],
		campaigns: [
			{
				url: 'https://app.swiftsell.biz/campaign-webhooks/ExampleCampaign1',
				contacts: [],
				calls: [],
			},
		],
		conversations: [
			{
				key: '42bb83f00d8240e5bb41290a12eb44401693552452',
				externalKey: '7f984da9a15b4bceb512ecad8ca461051693283267',
				id: 7525695,
				channel: 'WEB',
				started: undefined,
				messages: [],
				variables: {},
				isClosed: false,
				assignee: 'bot@example.com',
			},
		],
		knowledgeBases: [],
		sources: [],
		domains: [],
	};
}
