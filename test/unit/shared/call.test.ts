import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { callOf } from '../../../nodes/shared/operations/call';

const call = (value: unknown, fields?: INodeProperties[]) =>
	callOf(
		{
			getNode: () => ({ id: '1', name: 'Node', type: 'node' }),
			getNodeParameter: (_name: string, item: number) => (item === 3 ? value : undefined),
		} as unknown as IExecuteFunctions,
		3,
		fields,
	);

describe('what an operation reads', () => {
	test.each<[unknown, string[]]>([
		[
			['a, b', 12, ' c '],
			['a, b', '12', 'c'],
		],
		['a, b;c\nd', ['a', 'b', 'c', 'd']],
		[12, ['12']],
		['', []],
		[' , ', []],
		[undefined, []],
		[['', null, { id: 1 }], []],
	])('several texts of %j', (given, texts) => {
		expect(call(given).list('field')).toEqual(texts);
	});

	test.each<[unknown, boolean]>([
		[true, true],
		['true', true],
		[false, false],
		['false', false],
		['no', false],
		[undefined, false],
		[1, false],
	])('a flag of %j', (given, isOn) => {
		expect(call(given).flag('field')).toBe(isOn);
	});

	test('a collection without what was left empty, and with what says no', () => {
		const given = { none: '', list: [], group: {}, absent: undefined, no: false, zero: 0, a: 'b' };
		expect(call(given).collection('field')).toEqual({ no: false, zero: 0, a: 'b' });
	});

	test('a collection with what was chosen from a list, or given by its ID', () => {
		const group = { __rl: true, mode: 'list', value: '12', cachedResultName: 'Sales' };
		const given = { group, none: { ...group, value: '' }, plain: '13' };
		expect(call(given).collection('field')).toEqual({ group: '12', plain: '13' });
	});

	test('a collection with IDs that were pasted with blanks around them', () => {
		const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
		const given = { group: byId(' 12\n'), blank: byId(' '), number: byId(13) };
		expect(call(given).collection('field')).toEqual({ group: '12', number: 13 });
	});

	test.each(['{"a": 1}', { a: 1 }])('JSON of %j', (given) => {
		expect(call(given).json('field')).toEqual({ a: 1 });
	});

	test.each(['[1]', 'nothing', '12', 12, [1], null])('no JSON object in %j', (given) => {
		expect(() => call(given).json('field')).toThrow('field does not contain a JSON object');
	});

	test.each(['', ' ', '.', '..', undefined])('no part of a path in %j', (given) => {
		expect(() => call(given).segment('field')).toThrow(/^field (is empty|cannot be ".+")$/);
	});

	test('an error names a field as the user reads it', () => {
		const fields: INodeProperties[] = [
			{ displayName: 'List ID', name: 'field', type: 'string', default: '' },
		];
		expect(() => call('..', fields).segment('field')).toThrow('List ID cannot be ".."');
		expect(() => call('', fields).segment('field')).toThrow('List ID is empty');
		expect(() => call('{', fields).json('field')).toThrow('List ID does not contain a JSON object');
	});

	test('an error names the item', () => {
		expect(call(1).refuse('No', 'Do').context.itemIndex).toBe(3);
	});

	test('a part of a path leads nowhere else', () => {
		expect(call('a/../b?c').segment('field')).toBe('a%2F..%2Fb%3Fc');
	});

	test('the rest is n8n’s own', () => {
		expect(call(1).getNode().name).toBe('Node');
	});
});
