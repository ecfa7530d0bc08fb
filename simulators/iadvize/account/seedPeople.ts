import { newLive, newOperator } from './operatorRows';
import type { Operator } from './operators';
import type { Visitor } from './records';
import { newVisitor } from './rows';

/** Operators in each state: at work, offline, never logged in, and an expert. */
export function seedOperators(): Operator[] {
	const online = newLive({
		connected: true,
		chat: { enabled: true, slotNumber: 2, slotMaxNumber: 4, busy: false, available: true },
	});
	return [
		newOperator(1, {
			firstName: 'Ada',
			chatMaxNumber: 4,
			groupId: 1,
			projectIds: [1, 1549],
			skillIds: [1, 2],
			live: online,
			statistic: { conversationNumber: 589, satisfactionGlobalRate: 0.86, experience: 5630 },
			profile: {
				status: 'Example status',
				description: 'Example description',
				facebook: 'ada.example',
				twitter: 'adaexample',
				city: 'Example City',
				country: 'France',
			},
		}),
		newOperator(2, { firstName: 'Bo', roles: ['manager'], groupId: 2, live: newLive() }),
		newOperator(3, { firstName: 'Cleo', skillIds: [2] }),
		newOperator(4, { firstName: 'Dana', roles: ['expert'], live: newLive({ connected: true }) }),
	];
}

/** Visitor 63429889 of the example events, one without an e-mail address, one of the mobile app. */
export function seedVisitors(): Visitor[] {
	return [
		newVisitor(63429889, {
			visitorId: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
			uniqueId: '593de0891b628a50b09835dc6c0e92565329c74baa90e',
			externalId: 'customer-1',
			firstName: 'Ada',
			email: 'visitor@example.com',
			phone: '+33100000001',
			projectIds: [1, 1549],
		}),
		newVisitor(63429890, { firstName: 'Bo', email: '' }),
		newVisitor(63429891, { firstName: 'Julia', source: 'MOBILE_APP', projectIds: [1549] }),
	];
}
