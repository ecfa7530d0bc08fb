import type { Account } from './model';

/** The columns that every list has by itself (contract §4). */
const automaticColumns = ['id', 'email', 'mobile', 'devices', 'devices_type'];

/** The account as it is at the start: the campaign of the example deliveries, and two lists. */
export function seedAccount(): Account {
	return {
		campaigns: [
			{ id: '13010', status: 'Live', recipients: 'API Endpoint' },
			{ id: '13011', status: 'Draft', recipients: 'API Endpoint' },
			{ id: '13012', status: 'Live', recipients: 'List' },
		],
		triggered: [],
		messages: [],
		lists: [
			{
				id: '5f7b0a4de4b0c1a2d3e4f501',
				name: 'Newsletter',
				columns: automaticColumns,
				subscribers: [],
			},
			{
				id: '5f7b0a4de4b0c1a2d3e4f502',
				name: 'Customers',
				columns: [...automaticColumns, 'address'],
				subscribers: [],
			},
		],
		verifiedSenders: ['news@example.com', 'support@example.com'],
		closedWindows: [],
	};
}
