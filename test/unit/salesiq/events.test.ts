import { eventOptions } from '../../../nodes/ZohoSalesIq/events';

test('events about the same stand together in the lists, those of conversations first', () => {
	const subjects = eventOptions.map(({ name }) => name.split(' ')[0]);
	const runs = subjects.filter((subject, index) => subject !== subjects[index - 1]);
	expect(runs).toEqual([
		...['Conversation', 'Message', 'Visitor', 'Lead', 'Contact'],
		...['Operator', 'Department', 'Brand', 'Tag'],
	]);
	expect(eventOptions).toHaveLength(33);
});

test('the nodes panel has them as sentences', () => {
	const actionOf = (event: string) => eventOptions.find(({ value }) => value === event)?.action;
	expect(actionOf('conversation.attender.updated')).toBe('On conversation picked up');
	expect(actionOf('brands.enabled')).toBe('On brand enabled (newer portals)');
});
