import type { IExecuteFunctions } from 'n8n-workflow';
import { recentEvents } from '../../../nodes/shared/operations/recentEvents';

const DAY_MS = 24 * 60 * 60 * 1000;

let workflows = 0;
const nodeOf = (workflow = String(++workflows), id = '1') =>
	({ getWorkflow: () => ({ id: workflow }), getNode: () => ({ id }) }) as IExecuteFunctions;

const eventOf = (deliveryId: string, email: string | null = 'grace@example.com') => ({
	deliveryId,
	contact: { email },
});

test('counts the events of an address, whatever its case', () => {
	const node = nodeOf();
	expect(recentEvents(node, eventOf('1'))).toBe(1);
	expect(recentEvents(node, eventOf('2', 'Grace@Example.com'))).toBe(2);
	expect(recentEvents(node, eventOf('3', 'ada@example.com'))).toBe(1);
	expect(recentEvents(node, eventOf('4'))).toBe(3);
});

test('anything after a plus sign does not make another mailbox', () => {
	const node = nodeOf();
	const addresses = ['grace+1@example.com', 'grace+2+3@Example.com', 'grace@example.com'];
	expect(addresses.map((email, i) => recentEvents(node, eventOf(String(i), email)))).toEqual([
		1, 2, 3,
	]);
});

test('counts the same event once, however often a workflow comes back to it', () => {
	const node = nodeOf();
	const counts = [1, 2, 3].map(() => recentEvents(node, eventOf('1')));
	expect(counts).toEqual([1, 1, 1]);
});

test('knows an event without a delivery by its conversation', () => {
	const node = nodeOf();
	const told = (id: string) => ({ conversation: { id }, contact: { email: 'grace@example.com' } });
	expect(['1', '1', '2'].map((id) => recentEvents(node, told(id)))).toEqual([1, 1, 2]);
});

test('forgets after a day', () => {
	const node = nodeOf();
	recentEvents(node, eventOf('1'), 0);
	recentEvents(node, eventOf('2'), 1000);
	expect(recentEvents(node, eventOf('3'), DAY_MS)).toBe(2);
});

test('is null without an address', () => {
	expect(recentEvents(nodeOf(), eventOf('1', null))).toBeNull();
	expect(recentEvents(nodeOf(), { deliveryId: '1' })).toBeNull();
});

test('counts for each node of each workflow by itself', () => {
	const counts = [nodeOf('w', '1'), nodeOf('w', '2'), nodeOf('v', '1')].map((node) =>
		recentEvents(node, eventOf('1')),
	);
	expect(counts).toEqual([1, 1, 1]);
	expect(recentEvents(nodeOf('w', '1'), eventOf('2'))).toBe(2);
});

test('stays small, whatever strangers bring', () => {
	const node = nodeOf();
	for (let index = 0; index < 10_000; index++) {
		recentEvents(node, eventOf('1', `visitor${index}@example.com`));
	}
	// The address that came first made no room yet; one more, and it has.
	expect(recentEvents(node, eventOf('2', 'visitor1@example.com'))).toBe(2);
	recentEvents(node, eventOf('1', 'one-more@example.com'));
	expect(recentEvents(node, eventOf('2', 'visitor0@example.com'))).toBe(1);
	expect(recentEvents(node, eventOf('3', 'visitor1@example.com'))).toBe(3);

	const counts = Array.from({ length: 150 }, (_, index) => recentEvents(node, eventOf(`${index}`)));
	expect(counts.at(-1)).toBe(100);
});
