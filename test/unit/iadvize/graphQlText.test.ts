import fc from 'fast-check';
import { parseValue, valueFromASTUntyped } from 'graphql';
import { EnumName, inlineArguments } from '../../../nodes/Iadvize/api/graphQlText';
import { legacyIds } from '../../../nodes/Iadvize/resources/graphQlFields';

describe('inlineArguments', () => {
	test('writes lists, objects, names and numbers as GraphQL has them', () => {
		const text = inlineArguments({
			interval: { from: '2026-01-01', to: '2026-01-02' },
			projectIds: [1, 2],
			channels: [new EnumName('CHAT')],
			answered: false,
			after: undefined,
			groupIds: [],
			conversationId: '',
		});
		expect(text).toBe(
			'interval: { from: "2026-01-01", to: "2026-01-02" }, projectIds: [1, 2], channels: [CHAT], answered: false',
		);
	});

	test('a text cannot break out of its quotes', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (text) => {
				const literal = parseValue(`{ ${inlineArguments({ text })} }`);
				expect(valueFromASTUntyped(literal)).toEqual({ text });
			}),
		);
	});

	test('anything that is not a name is never written bare', () => {
		expect(inlineArguments({ channel: new EnumName('CHAT) { id } x: (') })).toBe(
			'channel: "CHAT) { id } x: ("',
		);
	});
});

test.each([
	[
		['1', 2, 'x', '9007199254740993'],
		[1, 2],
	],
	['12, 34', [12, 34]],
	[undefined, []],
])('legacyIds of %j', (value, ids) => {
	expect(legacyIds(value)).toEqual(ids);
});
