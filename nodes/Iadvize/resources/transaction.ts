import type { Resource } from '../../shared/operations/operation';
import { conversationId, dates, operatorId, websiteId } from './filterFields';
import { getMany, getOne, type Noun } from './restOperation';
import * as output from './restOutputs';

const transactions: Noun = {
	one: 'transaction',
	many: 'transactions',
	path: '/transaction',
	output: output.transaction,
};

export const transaction: Resource = {
	option: {
		name: 'Transaction',
		value: 'transaction',
		description: "Purchases; a day's transactions appear after 5:00 the next day",
	},
	operations: [
		getOne(transactions),
		getMany(transactions, [
			{
				...conversationId,
				description:
					'An ID, "null" for purchases without a conversation, "!null" for those with one',
			},
			...dates('; at most 1 month apart'),
			operatorId,
			websiteId,
		]),
	],
};
